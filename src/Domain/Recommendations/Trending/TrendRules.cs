namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>
/// What an hour of a video is worth, and how that fades. Hours are added up with an exponential decay; each counts by a power
/// below 1 of what happened in it, so that one loud hour is worth less than the same spread over a day.
/// </summary>
public static class TrendRules
{
    /// <summary>Of what an hour is worth.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromHours(24);

    /// <summary>What was watched longer ago counts no more when a video is looked at for the first time: less than a hundredth of it would be left.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <summary>Hours as old as this are settled: late events and verdicts about them change nothing here any more.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromHours(12);

    /// <summary>Of a video's own score with the time since it was published; it doesn't sink below <see cref="OldestShare"/>.</summary>
    public static readonly TimeSpan AgeHalfLife = TimeSpan.FromDays(7);

    public const double OldestShare = 0.1;

    /// <summary>Sums below it are nothing.</summary>
    public const double Least = 0.05;

    public const double Like = 4, Comment = 6, Subscriber = 10;

    private const double SpikePower = 0.7;

    /// <summary>What is left of something after so long.</summary>
    public static double Decay(TimeSpan age) => Math.Pow(2, -(age / HalfLife));

    /// <summary>What an hour is worth when it ends.</summary>
    /// <param name="watched">Different viewers, and once more those who saw it to the end.</param>
    /// <param name="engaged">What they did besides, weighed; negative where it was disliked. It counts at most as much as watching: who likes without watching moves nothing.</param>
    public static double Worth(double watched, double engaged) => Math.Pow(watched + Math.Clamp(engaged, -watched, watched), SpikePower);

    /// <summary>By what lists are ordered.</summary>
    /// <param name="sum">Of hours, decayed to <paramref name="at"/>.</param>
    public static double Score(double sum, DateTimeOffset publishedAt, DateTimeOffset at) =>
        sum * Math.Max(OldestShare, Math.Pow(2, -(Math.Max(0, (at - publishedAt).TotalDays) / AgeHalfLife.TotalDays)));
}
