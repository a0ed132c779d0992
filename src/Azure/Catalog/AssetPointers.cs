using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Azure.Catalog;

/// <summary>
/// Keeps the pointers to an asset in step with it, over partitions that no transaction spans. A pointer is there before the
/// asset that needs it, and goes after the asset that no longer does; a crash in between leaves one too many, which readers
/// see through, and never one too few.
/// </summary>
internal sealed class AssetPointers(CosmosDatabase database)
{
    public CosmosContainer PlaybackIds { get; } = database.Container(CosmosContainers.PlaybackIds);
    public CosmosContainer OwnerAssets { get; } = database.Container(CosmosContainers.OwnerAssets);

    /// <summary>Those the asset needs: one from each playback ID and, unless it is deleted, one from its owner.</summary>
    public IReadOnlyList<PlacedPointer> Of(Asset asset)
    {
        var playback = asset.PlaybackIds.Select(each =>
            new PlacedPointer(PlaybackIds, ItemKey.Of(each.Id), AssetPointer.FromPlaybackId(each.Id, asset)));
        return asset.State == AssetState.Deleted ? [.. playback] : [.. playback, FromOwner(asset)];
    }

    public PlacedPointer FromOwner(Asset asset) =>
        new(OwnerAssets, ItemKey.Of(asset.OwnerId, asset.Id), AssetPointer.FromOwner(asset));

    /// <summary>
    /// Writes the pointer, also when it is there already: its new ETag keeps it from whoever is about to remove it for an
    /// earlier version of the asset.
    /// </summary>
    /// <exception cref="InvalidOperationException">It points to another asset.</exception>
    public Task<string> EnsureAsync(PlacedPointer placed, CancellationToken ct)
    {
        var (container, key, pointer) = placed;
        return LostRaces.RepeatAsync($"the pointer {key.Id}", database.Clock, async () =>
        {
            if (await container.CreateAsync(key, pointer, ct) is { } created)
            {
                return (true, created);
            }

            var stored = await container.ReadAsync<AssetPointer>(key, ct);
            if (stored is not null && stored.Value.AssetId != pointer.AssetId)
            {
                throw new InvalidOperationException($"The pointer {key.Id} of {pointer.AssetId} belongs to {stored.Value.AssetId}.");
            }

            var touched = stored is null ? null : await container.ReplaceAsync(key, pointer, stored.ETag, ct);
            return (touched is not null, touched ?? "");
        }, ct);
    }

    /// <summary>The pointer's ETag; null when it isn't there.</summary>
    public static async Task<string?> ETagAsync(PlacedPointer placed, CancellationToken ct) =>
        (await placed.Container.ReadAsync<AssetPointer>(placed.Key, ct))?.ETag;
}
