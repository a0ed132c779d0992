namespace StreamPlatform.Domain.Operations.Limits;

/// <summary>
/// A token bucket: it holds <paramref name="Quota"/> requests, and an empty one is full again after <paramref name="Window"/>. In no
/// time of length t more get through than <paramref name="Quota"/> · (1 + t / <paramref name="Window"/>).
/// </summary>
/// <param name="Name">As the answers' headers name it: what it counts by.</param>
/// <param name="Quota">0 or less lets everything through.</param>
public sealed record RateLimit(string Name, int Quota, TimeSpan Window)
{
    /// <summary>Ticks in which one request comes back, rounded up: rather too few get through than too many.</summary>
    internal long Interval { get; } = Quota > 0 ? (Window.Ticks + Quota - 1) / Quota : 0;

    /// <summary>Ticks in which an empty bucket fills.</summary>
    internal long Full => Interval * Quota;

    /// <summary>One more request of a bucket that will be full at <paramref name="fullAt"/> (ticks; earlier: it is full), and when it will be full then.</summary>
    internal (RateTake Take, long FullAt) Take(long fullAt, long now)
    {
        // A clock that was set back must not lock anybody out for longer than an empty bucket does.
        var next = Math.Clamp(fullAt, now, now + Full) + Interval;
        var allowed = next - now <= Full;
        var left = allowed ? (now + Full - next) / Interval : 0;
        return (new RateTake(this, allowed, (int)left, TimeSpan.FromTicks((allowed ? next : next - Interval) - now), TimeSpan.FromTicks(allowed ? 0 : next - now - Full)), allowed ? next : fullAt);
    }
}
