using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Uploads;

/// <summary>Uploads, one document each, partitioned by owner.</summary>
public interface IUploadStore
{
    Task<Stored<Upload>?> FindAsync(string ownerId, string uploadId, CancellationToken ct);

    /// <summary>Adds a new upload; false when the id is taken.</summary>
    Task<bool> AddAsync(Upload upload, CancellationToken ct);

    /// <summary>Replaces the document if it still has <paramref name="etag"/>; the new ETag, or null when someone was faster.</summary>
    Task<string?> ReplaceAsync(Upload upload, string etag, CancellationToken ct);

    /// <summary>An owner's uploads, newest first.</summary>
    Task<Page<Upload>> ListAsync(string ownerId, string? cursor, int limit, CancellationToken ct);

    /// <summary>Every upload of one asset, newest first.</summary>
    Task<IReadOnlyList<Upload>> ListByAssetAsync(string ownerId, string assetId, CancellationToken ct);

    /// <summary>Uploads of all owners whose <see cref="Upload.SweepAt"/> is due, longest due first. For the sweep only.</summary>
    Task<IReadOnlyList<Upload>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct);
}
