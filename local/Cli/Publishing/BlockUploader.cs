using System.Globalization;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Win32.SafeHandles;

namespace StreamPlatform.Local.Cli.Publishing;

/// <summary>Uploads a file to a SAS URL in blocks, several at a time, and commits them. Only the commit makes the blob.</summary>
internal sealed class BlockUploader(Uri url, long blockSizeBytes)
{
    private const int ParallelBlocks = 4;

    private readonly BlockBlobClient _blob = new(url, Options());

    /// <param name="uploaded">Gets the bytes staged so far.</param>
    public async Task<BlockList> StageAsync(string file, IProgress<long> uploaded, CancellationToken ct)
    {
        using var source = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.Asynchronous);
        var length = RandomAccess.GetLength(source);
        var count = (int)((length + blockSizeBytes - 1) / blockSizeBytes);
        var done = 0L;
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = ParallelBlocks, CancellationToken = ct }, async (index, token) =>
        {
            var offset = index * blockSizeBytes;
            var size = (int)Math.Min(blockSizeBytes, length - offset);
            await StageAsync(source, index, offset, size, token);
            uploaded.Report(Interlocked.Add(ref done, size));
        });
        return new([.. Enumerable.Range(0, count).Select(Name)]);
    }

    public Task CommitAsync(BlockList blocks, CancellationToken ct) =>
        _blob.CommitBlockListAsync(blocks.Ids, new CommitBlockListOptions(), ct);

    /// <summary>Equal lengths, as storage demands of a blob's block ids.</summary>
    private static string Name(int index) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(index.ToString("D6", CultureInfo.InvariantCulture)));

    private async Task StageAsync(SafeFileHandle source, int index, long offset, int size, CancellationToken ct)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var block = buffer.AsMemory(0, size);
            for (var read = 0; read < size;)
            {
                var got = await RandomAccess.ReadAsync(source, block[read..], offset + read, ct);
                read += got > 0 ? got : throw new CommandFailure("cli.file_changed", "The file became shorter while it was uploaded.");
            }

            using var content = new MemoryStream(buffer, 0, size, writable: false);
            await _blob.StageBlockAsync(Name(index), content, cancellationToken: ct);
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static BlobClientOptions Options()
    {
        var options = new BlobClientOptions();
        options.Retry.MaxRetries = 6;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        return options;
    }
}

/// <summary>Staged blocks in file order.</summary>
internal sealed record BlockList(IReadOnlyList<string> Ids);
