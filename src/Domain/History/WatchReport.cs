using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.History;

/// <summary>What a player tells of how far somebody watched.</summary>
/// <param name="Position">Seconds.</param>
/// <param name="Parts">Which hundredths they watched in this viewing; none while the length is not known.</param>
/// <param name="At">When they were there.</param>
public sealed record WatchReport(double Position, WatchedParts Parts, DateTimeOffset At)
{
    /// <summary>What comes later than this is not taken.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromHours(24);

    /// <summary>Seconds; no video is longer.</summary>
    public const double Longest = 7 * 24 * 3600;

    /// <param name="parts">25 hexadecimal digits; null for none.</param>
    /// <param name="at">By the platform's clock; null for now, and what is ahead of it is now.</param>
    public static Result<WatchReport> Of(double position, string? parts, DateTimeOffset? at, DateTimeOffset now)
    {
        var watched = default(WatchedParts);
        return !(position is >= 0 and <= Longest) || (parts is not null && !WatchedParts.TryParse(parts, out watched)) ? HistoryErrors.ReportInvalid()
            : at < now - Latest ? HistoryErrors.TooLate()
            : new WatchReport(position, watched, at is { } told && told < now ? told.ToUniversalTime() : now);
    }
}
