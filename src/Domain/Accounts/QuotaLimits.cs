namespace StreamPlatform.Domain.Accounts;

/// <summary>What each owner may use; settings <c>Quotas:*</c>.</summary>
public sealed record QuotaLimits
{
    /// <summary>Bytes of originals, stored or being uploaded (<c>Quotas:BytesStored</c>); default 1 TB.</summary>
    public long BytesStored { get; init; } = 1_000_000_000_000;

    /// <summary>Minutes of source processed in a calendar month, UTC (<c>Quotas:MinutesPerMonth</c>); default 10,000.</summary>
    public double MinutesPerMonth { get; init; } = 10_000;

    /// <summary>Uploads open at once (<c>Quotas:ConcurrentUploads</c>); default 50.</summary>
    public int ConcurrentUploads { get; init; } = 50;

    /// <exception cref="InvalidOperationException">A limit can't be meant; the message names the setting.</exception>
    public QuotaLimits Validated() =>
        BytesStored <= 0 ? throw new InvalidOperationException("Quotas:BytesStored must be more than 0 bytes.")
        : !(MinutesPerMonth > 0) ? throw new InvalidOperationException("Quotas:MinutesPerMonth must be more than 0 minutes.")
        : ConcurrentUploads <= 0 ? throw new InvalidOperationException("Quotas:ConcurrentUploads must be at least 1.")
        : this;
}
