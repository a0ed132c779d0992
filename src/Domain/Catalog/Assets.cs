namespace StreamPlatform.Domain.Catalog;

/// <summary>
/// The one way an asset is written: reads it, lets the caller change it, and replaces it if nobody was faster; else
/// starts over with what the other writer left. A crash before the replace leaves the old document, after it the new one.
/// </summary>
public sealed class Assets(IAssetStore store, TimeProvider clock)
{
    /// <summary>Lost races before the write is given up; each one means that someone else's write went through.</summary>
    private const int Attempts = 32;

    /// <summary>Moves the asset by <paramref name="on"/> as <see cref="AssetTransitions"/> has it, with <paramref name="change"/> in the same write.</summary>
    /// <param name="change">Called once an attempt with the asset already in its new state; must be pure.</param>
    /// <param name="guard">Sees the asset as it is, before the table does; an error it returns ends the write.</param>
    /// <returns>The asset as written, or <c>asset.not_found</c>, <c>asset.wrong_state</c>, <c>asset.busy</c>.</returns>
    public Task<Result<Asset>> ApplyAsync(
        string assetId,
        AssetEvent on,
        Func<Asset, Asset> change,
        CancellationToken ct,
        Func<Asset, Error?>? guard = null) =>
        WriteAsync(
            assetId,
            stored => guard?.Invoke(stored.Value) is { } refused ? refused
                : AssetTransitions.Next(stored.Value.State, on) is { } next ? change(stored.Value with { State = next })
                : AssetErrors.WrongState(assetId, stored.Value.State, AssetErrors.Describe(on)),
            ct);

    /// <summary>Changes the asset without moving it to another state.</summary>
    /// <param name="change">Called once an attempt; must be pure. When it returns the asset unchanged nothing is written.</param>
    /// <param name="guard">Sees the asset as it is; an error it returns ends the write.</param>
    public Task<Result<Asset>> UpdateAsync(
        string assetId,
        Func<Asset, Asset> change,
        CancellationToken ct,
        Func<Asset, Error?>? guard = null) =>
        WriteAsync(assetId, stored => guard?.Invoke(stored.Value) is { } refused ? refused : change(stored.Value), ct);

    /// <summary>As the others, for callers that look at the ETag too.</summary>
    internal async Task<Result<Asset>> WriteAsync(
        string assetId, Func<Stored<Asset>, Result<Asset>> decide, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await store.FindAsync(assetId, ct);
            if (stored is null)
            {
                return AssetErrors.NotFound(assetId);
            }

            var decided = decide(stored);
            if (!decided.Succeeded || ReferenceEquals(decided.Value, stored.Value))
            {
                return decided;
            }

            var changed = decided.Value with { UpdatedAt = clock.GetUtcNow() };
            if (await store.ReplaceAsync(changed, stored.ETag, ct) is not null)
            {
                return changed;
            }
        }

        return AssetErrors.Busy(assetId);
    }
}
