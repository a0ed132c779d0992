using System.Buffers;
using System.IO.Pipelines;

namespace StreamPlatform.Live.Rtmp;

/// <summary>Takes exact numbers of bytes from a connection and counts them.</summary>
internal sealed class WireReader(PipeReader pipe)
{
    /// <summary>Bytes taken so far.</summary>
    public long Position { get; private set; }

    /// <summary>Fills the buffer.</summary>
    /// <exception cref="EndOfStreamException">The peer has closed before.</exception>
    public async ValueTask ReadAsync(Memory<byte> buffer, CancellationToken ct)
    {
        while (buffer.Length > 0)
        {
            var result = await pipe.ReadAsync(ct);
            var piece = result.Buffer.Slice(0, Math.Min(buffer.Length, result.Buffer.Length));
            piece.CopyTo(buffer.Span);
            var length = (int)piece.Length;
            pipe.AdvanceTo(piece.End);
            Position += length;
            buffer = buffer[length..];
            if (buffer.Length > 0 && (result.IsCompleted || result.IsCanceled)) throw new EndOfStreamException();
        }
    }
}
