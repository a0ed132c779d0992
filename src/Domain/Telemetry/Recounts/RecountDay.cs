using System.Globalization;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>A day that is counted again from the archive.</summary>
/// <param name="Id">Of the recount.</param>
/// <param name="Day">In UTC.</param>
/// <param name="At">When it was asked for: what the archive has until then counts.</param>
public sealed record RecountDay(string Id, DateOnly Day, DateTimeOffset At)
{
    /// <summary>How long after its end nothing of a day changes any more by itself: sessions last a day, and can be judged for two more.</summary>
    public static readonly TimeSpan Settles = TimeSpan.FromHours(72);

    /// <summary>What the archive may lose while a recount goes on is left alone.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    private const string IdPrefix = "telemetry-";

    internal DateTimeOffset Start => new(Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    internal DateTimeOffset End => Start.AddDays(1);

    /// <summary>The days of the archive that may have anything of it: sessions may have begun the day before, and verdicts come at any time.</summary>
    internal IReadOnlyList<DateOnly> ArchiveDays =>
        [.. Enumerable.Range(-1, DateOnly.FromDateTime(At.UtcDateTime).DayNumber - Day.DayNumber + 2).Select(Day.AddDays)];

    /// <summary>Whether a session may have anything in it.</summary>
    internal bool Takes(SessionClaims claims) => claims.StartedAt >= Start.AddDays(-1) && claims.StartedAt < End;

    /// <summary>The newest day that can be counted again.</summary>
    public static DateOnly NewestAt(DateTimeOffset now) => DateOnly.FromDateTime((now - Settles).UtcDateTime).AddDays(-1);

    /// <summary>Those that are asked for within an hour are one.</summary>
    public static Result<RecountDay> Of(DateOnly day, DateTimeOffset now) =>
        day > NewestAt(now) ? RecountErrors.DayOpen(day, NewestAt(now))
        : OldestAt(now) > day ? RecountErrors.DayNotArchived(day, OldestAt(now))
        : new RecountDay(string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}{day:yyyyMMdd}-{now.UtcDateTime:yyyyMMddHH}"), day, now);

    public static bool IsId(string id) => id.StartsWith(IdPrefix, StringComparison.Ordinal);

    private static DateOnly OldestAt(DateTimeOffset now) => DateOnly.FromDateTime((now - TelemetryArchive.Kept + Margin).UtcDateTime).AddDays(1);
}
