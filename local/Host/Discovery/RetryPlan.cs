namespace StreamPlatform.Local.Host.Discovery;

/// <summary>How often a failed run is tried again, and after how long.</summary>
/// <param name="MaxRetries">Runs after the first; -1 means for ever.</param>
/// <param name="Minimum">The first delay.</param>
/// <param name="Maximum">No delay is longer; equal to the minimum when the delay is fixed.</param>
internal sealed record RetryPlan(int MaxRetries, TimeSpan Minimum, TimeSpan Maximum)
{
    public bool Allows(int retriesDone) => MaxRetries < 0 || retriesDone < MaxRetries;

    /// <summary>The delay before the retry after <paramref name="retriesDone"/> others: it doubles up to the maximum.</summary>
    public TimeSpan DelayAfter(int retriesDone)
    {
        var ticks = Minimum.Ticks * Math.Pow(2, Math.Min(retriesDone, 40));
        return ticks >= Maximum.Ticks ? Maximum : TimeSpan.FromTicks((long)ticks);
    }
}
