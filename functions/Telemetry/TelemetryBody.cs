using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Functions.Telemetry;

/// <summary>Body of <c>POST /telemetry</c>, 64 KB at most. It describes the API; what comes is read by its parts, so that a bad one spoils no other.</summary>
/// <param name="Beacons">At most 10.</param>
public sealed record TelemetryBody(IReadOnlyList<TelemetryBeacon> Beacons);

/// <summary>What a player tells of one session at once.</summary>
/// <param name="Session">The session's token.</param>
/// <param name="SentAt">When it is sent, by the client's clock, in milliseconds since 1970. The clock need not be right.</param>
/// <param name="Player">Which player it is.</param>
/// <param name="Cdn">Host that segments came from.</param>
/// <param name="Events">At most 100.</param>
public sealed record TelemetryBeacon(string Session, long SentAt, TelemetryPlayer? Player, string? Cdn, IReadOnlyList<TelemetryEvent> Events);

/// <summary>A player, each text of at most 32 characters.</summary>
/// <param name="Engine">`hls.js`, `shaka`, `native` or `other`.</param>
public sealed record TelemetryPlayer(string? Name, string? Version, string? Engine);

/// <summary>Something that happened in a player.</summary>
/// <param name="Seq">From 1, rising within the session; an event that is sent again has the same.</param>
/// <param name="At">When it happened, by the client's clock, in milliseconds since 1970.</param>
/// <param name="Position">Seconds from the title's beginning.</param>
/// <param name="Totals">What had come together in the session until then.</param>
/// <param name="StartupMs">Of `playing`: milliseconds from the attempt to the first picture.</param>
/// <param name="DurationMs">Of `stall`.</param>
/// <param name="From">Of `seek`: the position before, in seconds.</param>
/// <param name="To">Of `seek`: the position after, in seconds.</param>
/// <param name="Height">Of `rung`: lines of its picture.</param>
/// <param name="Kbps">Of `rung`.</param>
/// <param name="Codec">Of `rung`: as manifests name it, 64 characters at most.</param>
/// <param name="Hidden">Of `visibility`.</param>
/// <param name="Code">Of `error`: 64 characters at most.</param>
/// <param name="Fatal">Of `error`: playing ended by it.</param>
/// <param name="Message">Of `error`: beyond 200 characters it is cut.</param>
/// <param name="Cmcd">Common media client data (CTA-5004), 1024 characters at most.</param>
public sealed record TelemetryEvent(
    int Seq, PlaybackEventType Type, long At, TelemetryTotals Totals, double? Position, int? StartupMs, int? DurationMs, double? From, double? To, int? Height, int? Kbps,
    string? Codec, bool? Hidden, string? Code, bool? Fatal, string? Message, string? Cmcd);

/// <summary>What has come together in a session since it began; none ever sinks, and what is not told is 0.</summary>
/// <param name="WatchedMs">Time in which pictures moved, by the clock on the wall.</param>
/// <param name="StalledMs">Time of waiting for data after the first picture, but for that after seeks.</param>
/// <param name="Stalls">How often it waited so.</param>
/// <param name="BitrateMs">kbit/s of the rung shown, times the milliseconds that it was watched.</param>
/// <param name="DownscaledMs">Time watched in which the picture was larger than where it was shown.</param>
/// <param name="HiddenMs">Time watched in which the page was hidden.</param>
/// <param name="Bytes">Bytes of media that were loaded.</param>
/// <param name="Watched">25 hexadecimal digits: the first bit is the first hundredth of the title, and so on; set is watched.</param>
public sealed record TelemetryTotals(
    long? WatchedMs, long? StalledMs, int? Stalls, int? Seeks, long? BitrateMs, int? DroppedFrames, int? RungChanges, long? DownscaledMs, long? HiddenMs, long? Bytes, string? Watched);
