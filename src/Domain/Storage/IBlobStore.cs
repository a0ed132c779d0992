namespace StreamPlatform.Domain.Storage;

/// <summary>
/// Blob storage as the platform uses it. Expected conditions are return values (absent, already there); anything else
/// throws the storage client's exception and is retried by whoever delivers the work.
/// </summary>
public interface IBlobStore
{
    /// <summary>Creates the blob unless it exists (<c>If-None-Match: *</c>); false when it was there already.</summary>
    Task<bool> CreateAsync(BlobPath path, ReadOnlyMemory<byte> content, string contentType, CancellationToken ct);

    /// <summary>
    /// Creates the blob, unless it exists, of what <paramref name="write"/> writes, which need not fit into memory; false when it
    /// was there already. It appears only when all of it is there; of a write that fails nothing is seen. Two writers at
    /// once must write the same bytes.
    /// </summary>
    Task<bool> CreateAsync(BlobPath path, string contentType, Func<Stream, CancellationToken, Task> write, CancellationToken ct);

    /// <summary>Creates or overwrites the blob.</summary>
    Task WriteAsync(BlobPath path, ReadOnlyMemory<byte> content, string contentType, CancellationToken ct);

    /// <summary>Stages a block of a blob, numbered from 0; staging it again replaces it. Nothing is seen of it until <see cref="CommitAsync"/>.</summary>
    Task StageAsync(BlobPath path, int block, ReadOnlyMemory<byte> content, CancellationToken ct);

    /// <summary>Makes the blob of its first <paramref name="blocks"/> blocks, unless it exists; false when it was there already.</summary>
    /// <exception cref="BlobChangedException">A block is not there: it was never staged, or is forgotten after a week.</exception>
    Task<bool> CommitAsync(BlobPath path, int blocks, string contentType, CancellationToken ct);

    /// <summary>The whole blob, or null when absent.</summary>
    /// <exception cref="InvalidDataException">It is larger than <paramref name="maxBytes"/>.</exception>
    Task<byte[]?> ReadAsync(BlobPath path, long maxBytes, CancellationToken ct);

    /// <summary>
    /// Reads up to <paramref name="buffer"/>.Length bytes from <paramref name="offset"/>, pinned to <paramref name="etag"/>
    /// when given; the count read. For probing big originals by ranges.
    /// </summary>
    /// <exception cref="BlobChangedException">The blob no longer has that ETag, or is gone.</exception>
    Task<int> ReadRangeAsync(BlobPath path, string? etag, long offset, Memory<byte> buffer, CancellationToken ct);

    /// <summary>Downloads the blob to a local file by parallel ranges, pinned to <paramref name="etag"/> when given.</summary>
    /// <exception cref="BlobChangedException">The blob no longer has that ETag, or is gone.</exception>
    Task DownloadAsync(BlobPath path, string? etag, string file, CancellationToken ct);

    /// <summary>Facts, or null when absent.</summary>
    Task<BlobFacts?> FindAsync(BlobPath path, CancellationToken ct);

    /// <summary>Blobs whose name starts with <paramref name="prefix"/>, in name order.</summary>
    IAsyncEnumerable<BlobFacts> ListAsync(string container, string prefix, CancellationToken ct);

    /// <summary>Moves the blob to a tier; one that is there, or on its way, stays as it is.</summary>
    Task<TierChange> SetTierAsync(BlobPath path, StorageTier tier, CancellationToken ct);

    /// <summary>Deletes the blob and its snapshots; absent is fine.</summary>
    Task DeleteAsync(BlobPath path, CancellationToken ct);

    /// <summary>Deletes every blob under <paramref name="prefix"/>, which must end in <c>/</c>; the count deleted.</summary>
    Task<int> DeleteAllAsync(string container, string prefix, CancellationToken ct);
}
