namespace StreamPlatform.Domain.Accounts;

/// <summary>
/// Usage entries, partitioned by owner. Each operation is atomic within its owner and may be repeated.
/// Times are UTC.
/// </summary>
public interface IUsageStore
{
    /// <summary>
    /// Adds the entry, or changes the amount of one that is still reserved, if the owner's sum stays within the limits.
    /// A key that was settled or released stays as it is.
    /// </summary>
    /// <returns>Null when it fits; else the quota that stands in the way, and nothing was written.</returns>
    Task<QuotaKind?> TryReserveAsync(UsageEntry entry, QuotaLimits limits, DateTimeOffset now, CancellationToken ct);

    /// <summary>Makes a reservation permanent, at the amount that was really used. Unknown, settled or released: nothing.</summary>
    Task SettleAsync(string ownerId, string key, UsageAmount amount, CancellationToken ct);

    /// <summary>Gives back what the key holds, reserved or settled; the entry stays so that repeats find it.</summary>
    Task ReleaseAsync(string ownerId, string key, CancellationToken ct);

    /// <summary>The owner's usage at <paramref name="now"/>.</summary>
    Task<UsageAmount> SumAsync(string ownerId, DateTimeOffset now, CancellationToken ct);
}
