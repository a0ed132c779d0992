namespace StreamPlatform.Domain.Accounts;

/// <summary>API keys by the hash of their secret; partitioned by that hash.</summary>
public interface IApiKeyStore
{
    Task<ApiKey?> FindAsync(string hash, CancellationToken ct);

    /// <summary>Adds a key; false when the hash is there already.</summary>
    Task<bool> AddAsync(ApiKey key, CancellationToken ct);
}
