namespace StreamPlatform.Domain.Accounts;

/// <summary>How much of each quota something uses: bytes stored, minutes of source processed, open uploads.</summary>
public readonly record struct UsageAmount(long Bytes = 0, double Minutes = 0, int Uploads = 0)
{
    /// <summary>The first quota that using this much more than <paramref name="others"/> would exceed, of those it uses at all.</summary>
    public QuotaKind? Exceeds(QuotaLimits limits, UsageAmount others) =>
        Bytes > 0 && others.Bytes > limits.BytesStored - Bytes ? QuotaKind.Bytes
        : Minutes > 0 && others.Minutes + Minutes > limits.MinutesPerMonth ? QuotaKind.Minutes
        : Uploads > 0 && others.Uploads > limits.ConcurrentUploads - Uploads ? QuotaKind.Uploads
        : null;
}
