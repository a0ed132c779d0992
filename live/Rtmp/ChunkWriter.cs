using System.Buffers.Binary;
using System.IO.Pipelines;

namespace StreamPlatform.Live.Rtmp;

/// <summary>Writes our few short messages, each in one chunk.</summary>
internal sealed class ChunkWriter(PipeWriter pipe)
{
    private const byte ControlStream = 2, CommandStream = 3;

    /// <summary>A control message of one number: on chunk stream 2, message stream 0 (RTMP 1.0, 5.4).</summary>
    public Task WriteAsync(RtmpMessageType type, uint value, CancellationToken ct)
    {
        var body = new byte[type == RtmpMessageType.PeerBandwidth ? 5 : 4];
        BinaryPrimitives.WriteUInt32BigEndian(body, value);
        if (type == RtmpMessageType.PeerBandwidth) body[4] = 2;
        return WriteAsync(ControlStream, type, 0, body, ct);
    }

    /// <summary>A command, or an answer to one (7.1.1).</summary>
    public Task WriteAsync(uint streamId, Amf0Writer command, CancellationToken ct) => WriteAsync(CommandStream, RtmpMessageType.Command, streamId, command.ToArray(), ct);

    private async Task WriteAsync(byte chunkStream, RtmpMessageType type, uint streamId, byte[] body, CancellationToken ct)
    {
        if (body.Length > RtmpLimits.OurChunkBytes) throw new InvalidOperationException($"A message of {body.Length} bytes doesn't fit a chunk.");
        var chunk = new byte[12 + body.Length];
        chunk[0] = chunkStream;
        (chunk[4], chunk[5], chunk[6]) = (0, (byte)(body.Length >> 8), (byte)body.Length);
        chunk[7] = (byte)type;
        BinaryPrimitives.WriteUInt32LittleEndian(chunk.AsSpan(8), streamId);
        body.CopyTo(chunk, 12);
        await pipe.WriteAsync(chunk, ct);
    }
}
