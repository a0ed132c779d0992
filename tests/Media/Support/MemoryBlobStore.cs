using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Media.Tests.Support;

/// <summary>A blob store in memory with the real one's conditions: create-if-absent and ETag pins.</summary>
public sealed class MemoryBlobStore(TimeProvider? time = null) : IBlobStore
{
    private readonly ConcurrentDictionary<BlobPath, (byte[] Bytes, string ETag)> _blobs = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private int _version;

    /// <summary>Called before every write, with its path; throw to make a fault.</summary>
    public Action<BlobPath> BeforeWrite { get; set; } = _ => { };

    /// <summary>Called after every read of a range, with its path.</summary>
    public Action<BlobPath> AfterRead { get; set; } = _ => { };

    /// <summary>Bytes handed out by range or download.</summary>
    public long BytesRead { get; private set; }

    public IReadOnlyCollection<BlobPath> Paths => [.. _blobs.Keys];

    public byte[] this[BlobPath path] => _blobs[path].Bytes;

    public string ETagOf(BlobPath path) => _blobs[path].ETag;

    public Task<bool> CreateAsync(BlobPath path, ReadOnlyMemory<byte> content, string contentType, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        BeforeWrite(path);
        return Task.FromResult(_blobs.TryAdd(path, (content.ToArray(), NewETag())));
    }

    public async Task<bool> CreateAsync(BlobPath path, string contentType, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        var content = new MemoryStream();
        await write(content, ct);
        return await CreateAsync(path, content.ToArray(), contentType, ct);
    }

    public Task WriteAsync(BlobPath path, ReadOnlyMemory<byte> content, string contentType, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        BeforeWrite(path);
        _blobs[path] = (content.ToArray(), NewETag());
        return Task.CompletedTask;
    }

    public Task StageAsync(BlobPath path, int block, ReadOnlyMemory<byte> content, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> CommitAsync(BlobPath path, int blocks, string contentType, CancellationToken ct) => throw new NotSupportedException();

    public void Replace(BlobPath path, byte[] bytes) => _blobs[path] = (bytes, NewETag());

    public Task<byte[]?> ReadAsync(BlobPath path, long maxBytes, CancellationToken ct) =>
        Task.FromResult<byte[]?>(_blobs.TryGetValue(path, out var blob) ? [.. blob.Bytes] : null);

    public Task<int> ReadRangeAsync(BlobPath path, string? etag, long offset, Memory<byte> buffer, CancellationToken ct)
    {
        var bytes = Pinned(path, etag);
        var count = (int)Math.Clamp(bytes.Length - offset, 0, buffer.Length);
        bytes.AsMemory((int)offset, count).CopyTo(buffer);
        lock (_blobs)
            BytesRead += count;
        AfterRead(path);
        return Task.FromResult(count);
    }

    public Task DownloadAsync(BlobPath path, string? etag, string file, CancellationToken ct)
    {
        var bytes = Pinned(path, etag);
        lock (_blobs)
            BytesRead += bytes.Length;
        return File.WriteAllBytesAsync(file, bytes, ct);
    }

    public Task<BlobFacts?> FindAsync(BlobPath path, CancellationToken ct) =>
        Task.FromResult(_blobs.TryGetValue(path, out var blob) ? new BlobFacts(path.Name, blob.ETag, blob.Bytes.Length, _time.GetUtcNow()) : null);

    public async IAsyncEnumerable<BlobFacts> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var path in _blobs.Keys.Where(path => path.Container == container && path.Name.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(path => path.Name, StringComparer.Ordinal))
            yield return (await FindAsync(path, ct))!;
    }

    public Task<TierChange> SetTierAsync(BlobPath path, StorageTier tier, CancellationToken ct) => throw new NotSupportedException("Jobs move nothing.");

    public Task DeleteAsync(BlobPath path, CancellationToken ct)
    {
        _blobs.TryRemove(path, out _);
        return Task.CompletedTask;
    }

    public Task<int> DeleteAllAsync(string container, string prefix, CancellationToken ct) =>
        Task.FromResult(_blobs.Keys.Count(path => path.Container == container && path.Name.StartsWith(prefix, StringComparison.Ordinal) && _blobs.TryRemove(path, out _)));

    private byte[] Pinned(BlobPath path, string? etag) =>
        _blobs.TryGetValue(path, out var blob) && (etag is null || etag == blob.ETag) ? blob.Bytes : throw new BlobChangedException(path);

    private string NewETag() => $"0x{Interlocked.Increment(ref _version):X}";
}
