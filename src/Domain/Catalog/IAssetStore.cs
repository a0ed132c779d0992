namespace StreamPlatform.Domain.Catalog;

/// <summary>A document and the ETag a writer must bring back.</summary>
public sealed record Stored<T>(T Value, string ETag);

/// <summary>One page of a listing; <paramref name="Cursor"/> is opaque and null on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Cursor);

/// <summary>Assets, one document each.</summary>
public interface IAssetStore
{
    /// <summary>The asset, or null; deleted assets are found too (as tombstones).</summary>
    Task<Stored<Asset>?> FindAsync(string assetId, CancellationToken ct);

    /// <summary>Those of a page of assets that are there, deleted ones too, in no order.</summary>
    Task<IReadOnlyList<Asset>> FindManyAsync(IReadOnlyList<string> assetIds, CancellationToken ct);

    /// <summary>The asset that has this playback ID, or null.</summary>
    Task<Stored<Asset>?> FindByPlaybackIdAsync(string playbackId, CancellationToken ct);

    /// <summary>Adds a new asset; false when the id is taken.</summary>
    Task<bool> AddAsync(Asset asset, CancellationToken ct);

    /// <summary>Replaces the document if it still has <paramref name="etag"/>; the new ETag, or null when someone was faster.</summary>
    Task<string?> ReplaceAsync(Asset asset, string etag, CancellationToken ct);

    /// <summary>An owner's assets, newest first, without deleted ones.</summary>
    /// <param name="trashed">Those that are in the trash; else those that are not.</param>
    Task<Page<Asset>> ListAsync(string ownerId, bool trashed, string? cursor, int limit, CancellationToken ct);

    /// <summary>
    /// A page of all assets, deleted ones too, in no order that means anything; for rebuilding what follows the catalog, never
    /// for answering anybody. One that is added meanwhile may be missed, one that was there all the while is not.
    /// </summary>
    /// <exception cref="InvalidCursorException">The cursor is none that this store gave.</exception>
    Task<Page<Asset>> ScanAsync(string? cursor, int limit, CancellationToken ct);
}
