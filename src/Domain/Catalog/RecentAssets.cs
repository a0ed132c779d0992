namespace StreamPlatform.Domain.Catalog;

/// <summary>
/// A store of assets that answers by playback id from memory for <see cref="Longest"/>: a title that thousands watch is asked
/// for by each player several times a minute. What this process writes is seen at once; what another one writes, by then.
/// Every other read is the store's own, so that whoever changes an asset always works on what is there.
/// </summary>
public sealed class RecentAssets(IAssetStore store, TimeProvider clock) : IAssetStore
{
    /// <summary>The most that an answer by playback id is late. Published manifests are kept by caches for much longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private const int Capacity = 1024;

    private readonly Bounded<string, Kept> _byPlaybackId = new(Capacity);
    private long _writes;

    public Task<Stored<Asset>?> FindByPlaybackIdAsync(string playbackId, CancellationToken ct) =>
        _byPlaybackId.Find(playbackId) is { } kept && kept.Writes == Interlocked.Read(ref _writes) && clock.GetElapsedTime(kept.ReadAt) < Longest
            ? kept.Task
            : ReadAsync(playbackId, ct);

    public Task<Stored<Asset>?> FindAsync(string assetId, CancellationToken ct) => store.FindAsync(assetId, ct);

    public Task<IReadOnlyList<Asset>> FindManyAsync(IReadOnlyList<string> assetIds, CancellationToken ct) => store.FindManyAsync(assetIds, ct);

    public Task<bool> AddAsync(Asset asset, CancellationToken ct) => WriteAsync(store.AddAsync(asset, ct));

    public Task<string?> ReplaceAsync(Asset asset, string etag, CancellationToken ct) => WriteAsync(store.ReplaceAsync(asset, etag, ct));

    public Task<Page<Asset>> ListAsync(string ownerId, bool trashed, string? cursor, int limit, CancellationToken ct) => store.ListAsync(ownerId, trashed, cursor, limit, ct);

    public Task<Page<Asset>> ScanAsync(string? cursor, int limit, CancellationToken ct) => store.ScanAsync(cursor, limit, ct);

    private async Task<Stored<Asset>?> ReadAsync(string playbackId, CancellationToken ct)
    {
        // Both as of before the read: what is written meanwhile makes the answer a thing of the past.
        var (writes, readAt) = (Interlocked.Read(ref _writes), clock.GetTimestamp());
        var found = await store.FindByPlaybackIdAsync(playbackId, ct);
        if (found is not null)
        {
            _byPlaybackId.Set(playbackId, new Kept(Task.FromResult<Stored<Asset>?>(found), writes, readAt));
        }

        return found;
    }

    /// <summary>Whatever became of the write: one that failed may have been done.</summary>
    private async Task<T> WriteAsync<T>(Task<T> write)
    {
        try
        {
            return await write;
        }
        finally
        {
            Interlocked.Increment(ref _writes);
        }
    }

    private sealed record Kept(Task<Stored<Asset>?> Task, long Writes, long ReadAt);
}
