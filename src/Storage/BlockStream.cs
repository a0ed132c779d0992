using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace StreamPlatform.Storage;

/// <summary>
/// Stages what is written as blocks, one in memory; the blob appears with <see cref="CommitAsync"/>. Disposing of it commits
/// nothing, as the client's own stream would: after a failure there is only half of it.
/// </summary>
internal sealed class BlockStream(BlockBlobClient blob) : Stream
{
    private const int BlockBytes = 8 << 20;

    private readonly byte[] _block = new byte[BlockBytes];
    private readonly List<string> _staged = [];
    private int _filled;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, BlockBytes - _filled);
            buffer[..count].CopyTo(_block.AsMemory(_filled));
            (_filled, buffer) = (_filled + count, buffer[count..]);
            if (_filled == BlockBytes)
            {
                await StageAsync(cancellationToken);
            }
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Makes a blob of all that was written, unless there is one.</summary>
    /// <exception cref="RequestFailedException">There is one already (409 or 412), or storage failed.</exception>
    public async Task CommitAsync(string contentType, CancellationToken ct)
    {
        await StageAsync(ct);
        var options = new CommitBlockListOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
        };
        await blob.CommitBlockListAsync(_staged, options, ct);
    }

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task StageAsync(CancellationToken ct)
    {
        if (_filled == 0)
        {
            return;
        }

        var id = BlockIds.Of(_staged.Count);
        await blob.StageBlockAsync(id, new MemoryStream(_block, 0, _filled, writable: false), cancellationToken: ct);
        _staged.Add(id);
        _filled = 0;
    }
}
