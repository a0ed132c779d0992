namespace StreamPlatform.Domain.Telemetry.Presence;

/// <summary>Who watches now and watched within the last hour: sessions that watched something in a minute.</summary>
/// <param name="Now">In the minute that has just begun, or in the one before it if these are more: players tell every ten seconds, so the newest minute is told only in part.</param>
/// <param name="From">When the first of <paramref name="Minutes"/> begins.</param>
/// <param name="Minutes">In each of the last 60 minutes, the last of them the one that has just begun.</param>
public sealed record ViewersPresent(long Now, DateTimeOffset From, IReadOnlyList<long> Minutes)
{
    /// <summary>How many minutes are told.</summary>
    public const int Length = 60;

    internal static ViewersPresent Of(DateTimeOffset from, IReadOnlyList<long> minutes) => new(Math.Max(minutes[^1], minutes[^2]), from, minutes);
}
