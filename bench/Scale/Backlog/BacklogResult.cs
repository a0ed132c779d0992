namespace StreamPlatform.Bench.Scale.Backlog;

/// <summary>What came of a day. Waits are seconds from the message to the job that takes it.</summary>
internal sealed record BacklogResult(
    Arrivals Load, JobScaler Scaler, int Items, int LongestBacklog, double WaitMedian, double Wait95, double Wait99, double BilledCoreSeconds, double WorkCoreSeconds, int Left)
{
    /// <summary>Cores paid against cores that worked.</summary>
    public double Overhead => BilledCoreSeconds / WorkCoreSeconds;
}
