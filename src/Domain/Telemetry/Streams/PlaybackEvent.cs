namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>One event of a player, as ingest let it pass.</summary>
/// <param name="Seq">From 1, rising within a session; an event that is sent again has the same.</param>
/// <param name="At">When it happened by the platform's clock, in milliseconds since 1970.</param>
/// <param name="Totals">What had come together in the session until then.</param>
public sealed record PlaybackEvent(int Seq, PlaybackEventType Type, long At, PlaybackTotals Totals)
{
    public const int MaxCodeLength = 64, MaxMessageLength = 200, MaxCodecLength = 64, MaxCmcdLength = 1024;

    /// <summary>Seconds from the title's beginning; null where that isn't known.</summary>
    public double? Position { get; init; }

    /// <summary>Of <see cref="PlaybackEventType.Playing"/>: milliseconds from the attempt to the first picture.</summary>
    public int? StartupMs { get; init; }

    /// <summary>Of <see cref="PlaybackEventType.Stall"/>: how long it was.</summary>
    public int? DurationMs { get; init; }

    /// <summary>Of <see cref="PlaybackEventType.Seek"/>: the position before, in seconds.</summary>
    public double? From { get; init; }

    /// <summary>Of <see cref="PlaybackEventType.Seek"/>: the position after, in seconds.</summary>
    public double? To { get; init; }

    /// <summary>Of <see cref="PlaybackEventType.Rung"/>: the lines of its picture.</summary>
    public int? Height { get; init; }

    /// <summary>Of <see cref="PlaybackEventType.Rung"/>: its bitrate in kbit/s.</summary>
    public int? Kbps { get; init; }

    /// <summary>Of <see cref="PlaybackEventType.Rung"/>: its codec as manifests name it.</summary>
    public string? Codec { get; init; }

    /// <summary>Of <see cref="PlaybackEventType.Visibility"/>.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Of <see cref="PlaybackEventType.Error"/>: the player's code of it.</summary>
    public string? Code { get; init; }

    /// <summary>Of <see cref="PlaybackEventType.Error"/>: playing ended by it.</summary>
    public bool? Fatal { get; init; }

    /// <summary>Of <see cref="PlaybackEventType.Error"/>: what the player says of it.</summary>
    public string? Message { get; init; }

    /// <summary>CMCD keys as CTA-5004 serialises them, those that were understood.</summary>
    public string? Cmcd { get; init; }
}
