using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Functions.Accounts;

/// <summary>An account as the API shows it.</summary>
public sealed record AccountBody(string Id, QuotaUse Bytes, QuotaUse MinutesThisMonth, QuotaUse OpenUploads)
{
    public static AccountBody From(AccountUsage usage) => new(
        usage.OwnerId,
        new QuotaUse(usage.Used.Bytes, usage.Limits.BytesStored),
        new QuotaUse(Math.Round(usage.Used.Minutes, 3), usage.Limits.MinutesPerMonth),
        new QuotaUse(usage.Used.Uploads, usage.Limits.ConcurrentUploads));
}

/// <summary>How much of a quota is used.</summary>
public sealed record QuotaUse(double Used, double Limit);
