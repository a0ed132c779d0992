using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Tests;

/// <summary>Blob storage in memory, with ETags that rise with every write.</summary>
internal sealed class MemoryBlobs(TimeProvider clock) : IBlobStore, IUploadUrls
{
    private readonly ConcurrentDictionary<BlobPath, Blob> _blobs = new();
    private int _writes;

    public IEnumerable<BlobPath> Paths => _blobs.Keys;

    /// <summary>As if a client committed this many bytes: claimed, not allocated.</summary>
    public BlobFacts Commit(BlobPath path, long bytes)
    {
        _blobs[path] = NewBlob([], bytes);
        return FactsOf(path, _blobs[path]);
    }

    /// <summary>Blocks that were staged, by blob and number.</summary>
    public ConcurrentDictionary<(BlobPath Path, int Block), byte[]> Staged { get; } = new();

    /// <summary>What signing a URL fails with, for as long as it is set.</summary>
    public Exception? SigningFault { get; set; }

    public Task<Uri> SignAsync(BlobPath path, DateTimeOffset expiresAt, CancellationToken ct) => SigningFault is { } fault
        ? Task.FromException<Uri>(fault)
        : Task.FromResult(new Uri($"http://localhost/{path}?sig=test&se={expiresAt.ToUnixTimeSeconds()}"));

    /// <summary>Before and after each blob that is written: what it throws is a crash.</summary>
    public Action AroundWrites { get; set; } = () => { };

    public Task<bool> CreateAsync(BlobPath path, ReadOnlyMemory<byte> content, string contentType, CancellationToken ct)
    {
        AroundWrites();
        var created = _blobs.TryAdd(path, NewBlob(content.ToArray(), content.Length));
        AroundWrites();
        return Task.FromResult(created);
    }

    public async Task<bool> CreateAsync(BlobPath path, string contentType, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        var content = new MemoryStream();
        await write(content, ct);
        return await CreateAsync(path, content.ToArray(), contentType, ct);
    }

    public Task WriteAsync(BlobPath path, ReadOnlyMemory<byte> content, string contentType, CancellationToken ct)
    {
        AroundWrites();
        _blobs[path] = NewBlob(content.ToArray(), content.Length);
        AroundWrites();
        return Task.CompletedTask;
    }

    public Task StageAsync(BlobPath path, int block, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        Staged[(path, block)] = content.ToArray();
        return Task.CompletedTask;
    }

    public Task<bool> CommitAsync(BlobPath path, int blocks, string contentType, CancellationToken ct)
    {
        var content = Enumerable.Range(0, blocks).SelectMany(block => Staged.TryGetValue((path, block), out var bytes) ? bytes : throw new BlobChangedException(path)).ToArray();
        return CreateAsync(path, content, contentType, ct);
    }

    public Task<byte[]?> ReadAsync(BlobPath path, long maxBytes, CancellationToken ct) =>
        Task.FromResult<byte[]?>(_blobs.TryGetValue(path, out var blob) ? [.. blob.Content] : null);

    public Task<int> ReadRangeAsync(BlobPath path, string? etag, long offset, Memory<byte> buffer, CancellationToken ct)
    {
        var blob = Pinned(path, etag);
        var count = (int)Math.Min(buffer.Length, Math.Max(0, blob.Content.Length - offset));
        blob.Content.AsMemory((int)offset, count).CopyTo(buffer);
        return Task.FromResult(count);
    }

    public Task DownloadAsync(BlobPath path, string? etag, string file, CancellationToken ct) =>
        File.WriteAllBytesAsync(file, Pinned(path, etag).Content, ct);

    public Task<BlobFacts?> FindAsync(BlobPath path, CancellationToken ct) =>
        Task.FromResult(_blobs.TryGetValue(path, out var blob) ? FactsOf(path, blob) : null);

    public async IAsyncEnumerable<BlobFacts> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var path in Under(container, prefix))
        {
            if (await FindAsync(path, ct) is { } facts)
            {
                yield return facts;
            }
        }
    }

    public Task DeleteAsync(BlobPath path, CancellationToken ct)
    {
        _blobs.TryRemove(path, out _);
        return Task.CompletedTask;
    }

    public Task<int> DeleteAllAsync(string container, string prefix, CancellationToken ct) =>
        Task.FromResult(Under(container, prefix).Count(path => _blobs.TryRemove(path, out _)));

    private List<BlobPath> Under(string container, string prefix) =>
    [
        .. _blobs.Keys
            .Where(path => path.Container == container && path.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(path => path.Name, StringComparer.Ordinal),
    ];

    private Blob Pinned(BlobPath path, string? etag) =>
        _blobs.TryGetValue(path, out var blob) && (etag is null || etag == blob.ETag)
            ? blob
            : throw new BlobChangedException(path);

    public Task<TierChange> SetTierAsync(BlobPath path, StorageTier tier, CancellationToken ct)
    {
        if (!_blobs.TryGetValue(path, out var blob))
            return Task.FromResult(TierChange.Absent);
        TierWrites++;
        var returns = blob.Tier == StorageTier.Archive && tier != StorageTier.Archive;
        _blobs[path] = returns ? blob with { IsReturning = true } : blob with { Tier = tier };
        return Task.FromResult(returns ? TierChange.Returning : TierChange.Done);
    }

    /// <summary>How often a tier was asked for.</summary>
    public int TierWrites { get; private set; }

    /// <summary>The hours that the archive takes are over.</summary>
    public void Return()
    {
        foreach (var (path, blob) in _blobs.Where(pair => pair.Value.IsReturning))
            _blobs[path] = blob with { Tier = StorageTier.Hot, IsReturning = false };
    }

    private Blob NewBlob(byte[] content, long bytes) =>
        new(content, bytes, $"0x{Interlocked.Increment(ref _writes).ToString("X8", CultureInfo.InvariantCulture)}", clock.GetUtcNow());

    private static BlobFacts FactsOf(BlobPath path, Blob blob) => new(path.Name, blob.ETag, blob.Bytes, blob.Modified) { Tier = blob.Tier, IsReturning = blob.IsReturning };

    private sealed record Blob(byte[] Content, long Bytes, string ETag, DateTimeOffset Modified, StorageTier Tier = StorageTier.Hot, bool IsReturning = false);
}
