namespace StreamPlatform.Domain.Accounts;

/// <summary>
/// A store of API keys that answers from memory for <see cref="Longest"/>: an app brings its key with every request. Keys are never changed; one that
/// somebody takes out of the store counts so much longer. What isn't a key is looked up each time.
/// </summary>
public sealed class RecentApiKeys(IApiKeyStore store, TimeProvider clock) : IApiKeyStore
{
    /// <summary>The most that a key counts after it was taken out of the store.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private const int Capacity = 1024;

    private readonly Bounded<string, Kept> _byHash = new(Capacity);

    public Task<ApiKey?> FindAsync(string hash, CancellationToken ct) =>
        _byHash.Find(hash) is { } kept && clock.GetElapsedTime(kept.ReadAt) < Longest ? kept.Key : ReadAsync(hash, ct);

    public Task<bool> AddAsync(ApiKey key, CancellationToken ct) => store.AddAsync(key, ct);

    private async Task<ApiKey?> ReadAsync(string hash, CancellationToken ct)
    {
        var readAt = clock.GetTimestamp();
        var found = await store.FindAsync(hash, ct);
        if (found is not null)
        {
            _byHash.Set(hash, new Kept(Task.FromResult<ApiKey?>(found), readAt));
        }

        return found;
    }

    private sealed record Kept(Task<ApiKey?> Key, long ReadAt);
}
