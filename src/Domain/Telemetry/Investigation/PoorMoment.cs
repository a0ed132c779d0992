using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Investigation;

/// <summary>Something that happened in a session.</summary>
/// <param name="AtMs">Since the session began.</param>
/// <param name="Position">Seconds from the title's beginning; null where that isn't known.</param>
/// <param name="DurationMs">How long a stall was, which ended then; how long the start took.</param>
/// <param name="From">The position before a seek.</param>
/// <param name="To">The position after it.</param>
/// <param name="Height">Lines of the picture of a rung that was changed to.</param>
/// <param name="Kbps">Its bitrate.</param>
/// <param name="Hidden">Whether the page was hidden, or shown.</param>
/// <param name="Code">The player's code of an error.</param>
/// <param name="Fatal">Playing ended by it.</param>
/// <param name="Message">What the player says of it, without what follows a question mark in addresses.</param>
public sealed record PoorMoment(
    PlaybackEventType Type,
    long AtMs,
    double? Position,
    int? DurationMs,
    double? From,
    double? To,
    int? Height,
    int? Kbps,
    string? Codec,
    bool? Hidden,
    string? Code,
    bool? Fatal,
    string? Message)
{
    internal static PoorMoment Of(PlaybackEvent told, DateTimeOffset startedAt) => new(
        told.Type,
        Math.Max(0, told.At - startedAt.ToUnixTimeMilliseconds()),
        told.Position,
        told.DurationMs ?? told.StartupMs,
        told.From,
        told.To,
        told.Height,
        told.Kbps,
        told.Codec,
        told.Hidden,
        told.Code,
        told.Fatal,
        told.Message);
}
