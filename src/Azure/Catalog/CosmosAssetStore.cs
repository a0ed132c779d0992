using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Azure.Catalog;

/// <summary>
/// Assets in Cosmos DB, each a partition of its own. They are found from playback IDs and owners by
/// <see cref="AssetPointers"/>; the order of the writes is told there.
/// </summary>
internal sealed class CosmosAssetStore(CosmosDatabase database, ILogger<CosmosAssetStore> log) : IAssetStore
{
    public const string ScanQuery = "SELECT VALUE c.document FROM c";

    private readonly CosmosContainer _assets = database.Container(CosmosContainers.Assets);
    private readonly AssetPointers _pointers = new(database);

    public async Task<Stored<Asset>?> FindAsync(string assetId, CancellationToken ct) =>
        await _assets.ReadAsync<AssetItem>(ItemKey.Of(assetId), ct) is { } stored
            ? new Stored<Asset>(Read(stored.Value), stored.ETag)
            : null;

    public async Task<IReadOnlyList<Asset>> FindManyAsync(IReadOnlyList<string> assetIds, CancellationToken ct) =>
        [.. (await _assets.ReadManyAsync<AssetItem>([.. assetIds.Select(ItemKey.Of)], ct)).Select(Read)];

    public async Task<Stored<Asset>?> FindByPlaybackIdAsync(string playbackId, CancellationToken ct) =>
        await _pointers.PlaybackIds.ReadAsync<AssetPointer>(ItemKey.Of(playbackId), ct) is { } pointer
        && await FindAsync(pointer.Value.AssetId, ct) is { } stored
        && stored.Value.PlaybackIds.Any(playback => playback.Id == playbackId)
            ? stored
            : null;

    public async Task<bool> AddAsync(Asset asset, CancellationToken ct)
    {
        var written = await EnsureAsync(_pointers.Of(asset), ct);
        if (await _assets.CreateAsync(ItemKey.Of(asset.Id), ItemOf(asset), ct) is not null)
        {
            return true;
        }

        await ForgetUnusedAsync(asset.Id, written, ct);
        return false;
    }

    public async Task<string?> ReplaceAsync(Asset asset, string etag, CancellationToken ct)
    {
        if (await FindAsync(asset.Id, ct) is not { } current || current.ETag != etag)
        {
            return null;
        }

        var (had, needs) = (_pointers.Of(current.Value), _pointers.Of(asset));
        var written = await EnsureAsync(needs.Except(had), ct);
        // A deleted asset's pointer is looked for each time: one that a crash left goes with the next write.
        var may = asset.State == AssetState.Deleted ? had.Append(_pointers.FromOwner(asset)) : had;
        var dropped = await WithETagsAsync(may.DistinctBy(each => each.Place).ExceptBy(needs.Select(each => each.Place), each => each.Place), ct);
        var next = await _assets.ReplaceAsync(ItemKey.Of(asset.Id), ItemOf(asset), etag, ct);
        if (next is null)
        {
            await ForgetUnusedAsync(asset.Id, written, ct);
        }
        else
        {
            await ForgetAsync(dropped, ct);
        }

        return next;
    }

    public Task<Page<Asset>> ListAsync(string ownerId, bool trashed, string? cursor, int limit, CancellationToken ct) =>
        OwnerListing.ReadAsync(_pointers.OwnerAssets, _assets, ownerId, trashed, cursor, limit, ct);

    public async Task<Page<Asset>> ScanAsync(string? cursor, int limit, CancellationToken ct)
    {
        var (documents, continuation) = await _assets.PageAsync(new QueryDefinition(ScanQuery), cursor, limit, ct);
        return new Page<Asset>([.. documents.Select(document => Documents.Assets.Read(document.GetRawText()))], continuation);
    }

    internal static Asset Read(AssetItem item) => Documents.Assets.Read(item.Document.GetRawText());

    private static AssetItem ItemOf(Asset asset) => new() { Id = ItemKey.Encode(asset.Id), Document = DocumentItem.From(asset) };

    private async Task<List<(PlacedPointer Placed, string ETag)>> EnsureAsync(IEnumerable<PlacedPointer> pointers, CancellationToken ct)
    {
        var written = new List<(PlacedPointer, string)>();
        foreach (var placed in pointers)
            written.Add((placed, await _pointers.EnsureAsync(placed, ct)));
        return written;
    }

    /// <summary>ETags from before the asset is written: a later removal by them spares a pointer that was written again since.</summary>
    private static async Task<List<(PlacedPointer Placed, string ETag)>> WithETagsAsync(IEnumerable<PlacedPointer> pointers, CancellationToken ct)
    {
        var there = new List<(PlacedPointer, string)>();
        foreach (var placed in pointers)
            if (await AssetPointers.ETagAsync(placed, ct) is { } etag)
                there.Add((placed, etag));
        return there;
    }

    /// <summary>Removes what was written for a version of the asset that lost, unless the one that won needs it too.</summary>
    private async Task ForgetUnusedAsync(string assetId, List<(PlacedPointer Placed, string ETag)> written, CancellationToken ct)
    {
        if (written.Count > 0 && await FindAsync(assetId, ct) is { } winner)
        {
            var used = _pointers.Of(winner.Value);
            await ForgetAsync(written.Where(each => !used.Any(pointer => pointer.Place == each.Placed.Place)), ct);
        }
    }

    /// <summary>Removes pointers that nothing needs. The asset is written already, and readers see through what stays: so failures are only told.</summary>
    private async Task ForgetAsync(IEnumerable<(PlacedPointer Placed, string ETag)> pointers, CancellationToken ct)
    {
        foreach (var ((container, key, pointer), etag) in pointers)
        {
            try
            {
                await container.DeleteAsync(key, etag, ct);
            }
            catch (Exception error) when (error is CosmosException or TimeoutException)
            {
                Logs.PointerLeft(log, error, pointer.Type, pointer.AssetId);
            }
        }
    }
}
