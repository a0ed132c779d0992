using System.Buffers.Binary;

namespace StreamPlatform.Live.Rtmp;

/// <summary>Puts messages together from the chunks of several chunk streams (RTMP 1.0, 5.3).</summary>
internal sealed class ChunkReader(WireReader wire)
{
    private const int Step = 16 << 10;

    private const uint Extended = 0xFFFFFF;

    private readonly Dictionary<int, ChunkStream> _streams = [];
    private readonly byte[] _header = new byte[11];
    private int _chunkBytes = 128;
    private int _partial;

    /// <summary>Most bytes a message may claim.</summary>
    public int MessageBytes { get; set; } = RtmpLimits.MessageBytesBefore;

    /// <summary>The next message; those that tell of chunks are obeyed here, and not given.</summary>
    /// <exception cref="RtmpException">The bytes are no chunks, or claim more than is granted.</exception>
    /// <exception cref="EndOfStreamException">The peer has closed.</exception>
    public async ValueTask<RtmpMessage> ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            if (await ReadChunkAsync(ct) is not { } message || Obeys(message)) continue;
            return message;
        }
    }

    private async ValueTask<RtmpMessage?> ReadChunkAsync(CancellationToken ct)
    {
        await wire.ReadAsync(_header.AsMemory(0, 1), ct);
        var (format, id) = (_header[0] >> 6, _header[0] & 63);
        if (id < 2)
        {
            await wire.ReadAsync(_header.AsMemory(0, id + 1), ct);
            id = 64 + _header[0] + (id == 1 ? _header[1] << 8 : 0);
        }

        var stream = Find(id, format);
        await ReadHeaderAsync(stream, format, ct);
        if (stream.Filled == 0) await BeginAsync(stream, format, ct);
        else if (format != 3) throw RtmpException.Malformed("A message begins within another of its chunk stream.");
        else if (stream.IsExtended) await wire.ReadAsync(_header.AsMemory(0, 4), ct);

        for (var left = Math.Min(stream.Length - stream.Filled, _chunkBytes); left > 0;)
        {
            var room = Room(stream, left);
            await wire.ReadAsync(room, ct);
            left -= room.Length;
        }

        return stream.Filled == stream.Length ? Take(stream) : null;
    }

    private ChunkStream Find(int id, int format)
    {
        if (_streams.TryGetValue(id, out var stream)) return stream;
        if (format != 0) throw RtmpException.Malformed($"Chunk stream {id} begins without a whole header.");
        if (_streams.Count == RtmpLimits.ChunkStreams) throw RtmpException.TooMuch($"There are more than {RtmpLimits.ChunkStreams} chunk streams.");
        return _streams[id] = new ChunkStream();
    }

    /// <summary>What of the message header is there (5.3.1.2); the rest is as it was.</summary>
    private async ValueTask ReadHeaderAsync(ChunkStream stream, int format, CancellationToken ct)
    {
        if (format == 3) return;
        if (stream.Filled > 0) throw RtmpException.Malformed("A message begins within another of its chunk stream.");
        await wire.ReadAsync(_header.AsMemory(0, format switch { 0 => 11, 1 => 7, _ => 3 }), ct);
        stream.Step = Number(_header, 0);
        stream.IsExtended = stream.Step == Extended;
        if (format == 2) return;
        stream.Length = (int)Number(_header, 3);
        stream.Type = (RtmpMessageType)_header[6];
        if (format == 0) stream.StreamId = BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(7));
    }

    /// <summary>The message's time: of its own, or so much after the last one of the chunk stream.</summary>
    private async ValueTask BeginAsync(ChunkStream stream, int format, CancellationToken ct)
    {
        if (stream.Length > MessageBytes) throw RtmpException.TooMuch($"A message of {stream.Length} bytes is larger than the {MessageBytes} granted.");
        if (stream.IsExtended)
        {
            await wire.ReadAsync(_header.AsMemory(0, 4), ct);
            stream.Step = BinaryPrimitives.ReadUInt32BigEndian(_header);
        }

        // After a whole header the same chunk stream's next message without any has the same step (5.3.1.2.4).
        stream.Timestamp = format == 0 ? stream.Step : unchecked(stream.Timestamp + stream.Step);
    }

    /// <summary>Where the next bytes go: room grows with what comes, not with what is claimed.</summary>
    private Memory<byte> Room(ChunkStream stream, int wanted)
    {
        if (stream.Filled == stream.Body.Length) Array.Resize(ref stream.Body, Math.Min(stream.Length, Math.Max(Step, stream.Body.Length * 2)));
        var room = stream.Body.AsMemory(stream.Filled, Math.Min(wanted, stream.Body.Length - stream.Filled));
        stream.Filled += room.Length;
        _partial += room.Length;
        if (_partial > RtmpLimits.PartialBytes) throw RtmpException.TooMuch($"Messages that are not whole take more than {RtmpLimits.PartialBytes} bytes.");
        return room;
    }

    private RtmpMessage Take(ChunkStream stream)
    {
        var message = new RtmpMessage(stream.Type, stream.StreamId, stream.Timestamp, stream.Body.AsMemory(0, stream.Length));
        Drop(stream);
        return message;
    }

    private void Drop(ChunkStream stream)
    {
        _partial -= stream.Filled;
        (stream.Body, stream.Filled) = ([], 0);
    }

    /// <summary>Set Chunk Size and Abort Message (5.4.1, 5.4.2).</summary>
    private bool Obeys(RtmpMessage message)
    {
        if (message.Type is not (RtmpMessageType.SetChunkSize or RtmpMessageType.Abort)) return false;
        if (message.Body.Length < 4) throw RtmpException.Malformed("A control message is too short.");
        var value = BinaryPrimitives.ReadUInt32BigEndian(message.Body.Span);
        if (message.Type == RtmpMessageType.Abort)
        {
            if (value <= int.MaxValue && _streams.TryGetValue((int)value, out var stream)) Drop(stream);
            return true;
        }

        if (value is 0 or > int.MaxValue) throw RtmpException.Malformed($"A chunk size of {value} is impossible.");
        _chunkBytes = (int)Math.Min(value, RtmpLimits.ChunkBytes);
        return true;
    }

    private static uint Number(byte[] bytes, int at) => ((uint)bytes[at] << 16) | ((uint)bytes[at + 1] << 8) | bytes[at + 2];

    private sealed class ChunkStream
    {
        public byte[] Body = [];
        public int Filled;

        public int Length { get; set; }

        public RtmpMessageType Type { get; set; }

        public uint StreamId { get; set; }

        public uint Timestamp { get; set; }

        /// <summary>The timestamp field: the time itself or the difference to the last message.</summary>
        public uint Step { get; set; }

        public bool IsExtended { get; set; }
    }
}
