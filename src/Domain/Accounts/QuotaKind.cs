namespace StreamPlatform.Domain.Accounts;

/// <summary>What an owner can run out of.</summary>
public enum QuotaKind
{
    Bytes,
    Minutes,
    Uploads,
}
