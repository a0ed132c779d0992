using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Storage;

/// <summary><see cref="IBlobStore"/> on Azure Blob Storage (or Azurite); transient faults are retried by the client.</summary>
internal sealed class AzureBlobStore(ContainerClients containers) : IBlobStore
{
    private const int ParallelDeletes = 8;

    private static readonly StorageTransferOptions DownloadTransfer = new()
    {
        MaximumConcurrency = 4,
        InitialTransferSize = 8 << 20,
        MaximumTransferSize = 8 << 20,
    };

    public async Task<bool> CreateAsync(BlobPath path, ReadOnlyMemory<byte> content, string contentType, CancellationToken ct)
    {
        try
        {
            await UploadAsync(path, content, contentType, new BlobRequestConditions { IfNoneMatch = ETag.All }, ct);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.Status == 412)
        {
            return false;
        }
    }

    public async Task<bool> CreateAsync(BlobPath path, string contentType, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        if (await FindAsync(path, ct) is not null)
        {
            return false;
        }

        await using var blocks = new BlockStream(Blocks(path));
        await write(blocks, ct);
        try
        {
            await blocks.CommitAsync(contentType, ct);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.Status == 412)
        {
            return false;
        }
    }

    public Task WriteAsync(BlobPath path, ReadOnlyMemory<byte> content, string contentType, CancellationToken ct) =>
        UploadAsync(path, content, contentType, null, ct);

    public Task StageAsync(BlobPath path, int block, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var bytes = MemoryMarshal.TryGetArray(content, out var array) ? array : new ArraySegment<byte>(content.ToArray());
        return Blocks(path).StageBlockAsync(BlockIds.Of(block), new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), cancellationToken: ct);
    }

    public async Task<bool> CommitAsync(BlobPath path, int blocks, string contentType, CancellationToken ct)
    {
        try
        {
            var options = new CommitBlockListOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            };
            await Blocks(path).CommitBlockListAsync(Enumerable.Range(0, blocks).Select(BlockIds.Of), options, ct);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.Status == 412)
        {
            return false;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            throw new BlobChangedException(path, e);
        }
    }

    public async Task<byte[]?> ReadAsync(BlobPath path, long maxBytes, CancellationToken ct)
    {
        try
        {
            using var download = (await Client(path).DownloadStreamingAsync(cancellationToken: ct)).Value;
            var length = download.Details.ContentLength;
            if (length > maxBytes)
            {
                throw new InvalidDataException($"{path} holds {length} bytes, more than the {maxBytes} expected.");
            }

            var bytes = new byte[length];
            await download.Content.ReadExactlyAsync(bytes, ct);
            return bytes;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task<int> ReadRangeAsync(BlobPath path, string? etag, long offset, Memory<byte> buffer, CancellationToken ct)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            var options = new BlobDownloadOptions { Range = new HttpRange(offset, buffer.Length), Conditions = Pinned(etag) };
            using var download = (await Client(path).DownloadStreamingAsync(options, ct)).Value;
            return await download.Content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            throw new BlobChangedException(path, e);
        }
        catch (RequestFailedException e) when (e.Status == 416)
        {
            return 0; // the range starts at or after the end
        }
    }

    public async Task DownloadAsync(BlobPath path, string? etag, string file, CancellationToken ct)
    {
        var whole = false;
        try
        {
            var options = new BlobDownloadToOptions { Conditions = Pinned(etag), TransferOptions = DownloadTransfer };
            await Client(path).DownloadToAsync(file, options, ct);
            whole = true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            throw new BlobChangedException(path, e);
        }
        finally
        {
            if (!whole)
            {
                File.Delete(file);
            }
        }
    }

    public async Task<BlobFacts?> FindAsync(BlobPath path, CancellationToken ct)
    {
        try
        {
            var facts = (await Client(path).GetPropertiesAsync(cancellationToken: ct)).Value;
            return new(path.Name, Unquoted(facts.ETag), facts.ContentLength, facts.LastModified)
            {
                Tier = BlobTiers.Read(facts.AccessTier),
                IsReturning = !string.IsNullOrEmpty(facts.ArchiveStatus),
            };
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<BlobFacts> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var blob in EntriesAsync(container, prefix, ct))
        {
            if (IsDirectory(blob))
                continue;
            var facts = blob.Properties;
            yield return new(
                blob.Name,
                Unquoted(facts.ETag.GetValueOrDefault()),
                facts.ContentLength.GetValueOrDefault(),
                facts.LastModified.GetValueOrDefault())
            {
                Tier = BlobTiers.Read(facts.AccessTier?.ToString()),
                IsReturning = facts.ArchiveStatus is not null,
            };
        }
    }

    public async Task<TierChange> SetTierAsync(BlobPath path, StorageTier tier, CancellationToken ct)
    {
        try
        {
            // 202: it comes out of the archive; 200: it is there.
            using var answer = await Client(path).SetAccessTierAsync(BlobTiers.Of(tier), rehydratePriority: RehydratePriority.Standard, cancellationToken: ct);
            return answer.Status == 202 ? TierChange.Returning : TierChange.Done;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return TierChange.Absent;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobBeingRehydrated)
        {
            return TierChange.Returning;
        }
    }

    public Task DeleteAsync(BlobPath path, CancellationToken ct) =>
        Client(path).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: ct);

    public async Task<int> DeleteAllAsync(string container, string prefix, CancellationToken ct)
    {
        if (!prefix.EndsWith('/'))
        {
            throw new ArgumentException("A prefix to delete must end in '/', or it could take a neighbour's blobs.", nameof(prefix));
        }

        var deleted = 0;
        var directories = new ConcurrentBag<string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelDeletes, CancellationToken = ct };
        await Parallel.ForEachAsync(EntriesAsync(container, prefix, ct), options, async (blob, token) =>
        {
            if (IsDirectory(blob))
            {
                directories.Add(blob.Name);
                return;
            }

            await DeleteAsync(new(container, blob.Name), token);
            Interlocked.Increment(ref deleted);
        });
        foreach (var directory in directories.OrderByDescending(name => name.Length))
            await DeleteDirectoryAsync(new(container, directory), ct);
        return deleted;
    }

    /// <summary>Accounts with directories list them among the blobs, and mark them so.</summary>
    private static bool IsDirectory(BlobItem blob) =>
        blob.Metadata?.TryGetValue("hdi_isfolder", out var folder) == true && string.Equals(folder, "true", StringComparison.OrdinalIgnoreCase);

    private IAsyncEnumerable<BlobItem> EntriesAsync(string container, string prefix, CancellationToken ct) =>
        containers.Of(container).GetBlobsAsync(new GetBlobsOptions { Prefix = prefix, Traits = BlobTraits.Metadata }, ct);

    /// <summary>One that got something new meanwhile stays.</summary>
    private async Task DeleteDirectoryAsync(BlobPath path, CancellationToken ct)
    {
        try
        {
            await containers.Of(path).DeleteIfExistsAsync(cancellationToken: ct);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // It is not empty.
        }
    }

    /// <summary>Headers bring ETags in quotes, listings without.</summary>
    private static string Unquoted(ETag etag) => etag.ToString().Trim('"');

    private static BlobRequestConditions? Pinned(string? etag) =>
        etag is null ? null : new BlobRequestConditions { IfMatch = new ETag(etag) };

    private BlobClient Client(BlobPath path) => containers.Of(path);

    private BlockBlobClient Blocks(BlobPath path) => containers.Of(path.Container).GetBlockBlobClient(path.Name);

    private async Task UploadAsync(
        BlobPath path, ReadOnlyMemory<byte> content, string contentType, BlobRequestConditions? conditions, CancellationToken ct)
    {
        var options = new BlobUploadOptions
        {
            Conditions = conditions,
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
        };
        await Client(path).UploadAsync(BinaryData.FromBytes(content), options, ct);
    }
}
