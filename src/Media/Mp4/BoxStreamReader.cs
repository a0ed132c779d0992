using System.Buffers.Binary;

namespace StreamPlatform.Media.Mp4;

/// <summary>
/// Reads top-level boxes from a stream that can't seek: the header first, then the caller takes the body whole (moov, moof),
/// piece by piece (mdat) or not at all. Never holds more than the body asked for.
/// </summary>
public sealed class BoxStreamReader(Stream stream, int maxBodyBytes = BoxStreamReader.DefaultMaxBodyBytes)
{
    /// <summary>Largest moov or moof read into memory: real fragments need 16 bytes a sample.</summary>
    public const int DefaultMaxBodyBytes = 8 << 20;

    /// <summary>A body is read in steps of this size, so that a false size costs no more than what really comes.</summary>
    private const int Step = 64 << 10;

    private readonly byte[] _header = new byte[16];

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>The next box's header, or null at the end of the stream.</summary>
    /// <exception cref="Mp4Exception">The stream ends within the header, or its size is impossible.</exception>
    public async ValueTask<BoxHeader?> NextAsync(CancellationToken ct)
    {
        var offset = Position;
        var read = await stream.ReadAtLeastAsync(_header.AsMemory(0, 8), 8, throwOnEndOfStream: false, ct);
        Position += read;
        if (read == 0) return null;
        if (read < 8) throw new Mp4Exception("The stream ends within a box header.");
        var type = new FourCc(BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(4)));
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(_header);
        if (size == 0) return new BoxHeader(type, offset, null);
        uint headerBytes = 8;
        if (size == 1)
        {
            await ReadExactlyAsync(_header.AsMemory(8, 8), ct);
            size = BinaryPrimitives.ReadUInt64BigEndian(_header.AsSpan(8));
            headerBytes = 16;
        }

        if (size < headerBytes || size > long.MaxValue) throw new Mp4Exception($"{type} claims a size of {size} bytes.");
        return new BoxHeader(type, offset, (long)size - headerBytes);
    }

    /// <summary>The body of the box whose header was just read, parsed.</summary>
    /// <exception cref="Mp4Exception">It is broken, cut short or larger than granted.</exception>
    public async ValueTask<Box> ReadBodyAsync(BoxHeader header, CancellationToken ct)
    {
        if (header.BodyBytes is not { } bytes || bytes > maxBodyBytes)
            throw new Mp4Exception($"{header.Type} is larger than the {maxBodyBytes} bytes granted.");
        var body = new byte[Math.Min(bytes, Step)];
        var filled = 0;
        while (true)
        {
            await ReadExactlyAsync(body.AsMemory(filled), ct);
            filled = body.Length;
            if (filled == bytes) return BoxParser.ReadBody(header.Type, body);
            Array.Resize(ref body, (int)Math.Min(bytes, filled * 2L));
        }
    }

    /// <summary>Fills <paramref name="buffer"/> with the next bytes.</summary>
    /// <exception cref="Mp4Exception">The stream ends before.</exception>
    public async ValueTask ReadExactlyAsync(Memory<byte> buffer, CancellationToken ct)
    {
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        Position += read;
        if (read < buffer.Length) throw new Mp4Exception("The stream ends within a box.");
    }

    /// <summary>Passes over <paramref name="count"/> bytes.</summary>
    /// <exception cref="Mp4Exception">The stream ends before.</exception>
    public async ValueTask SkipAsync(long count, CancellationToken ct)
    {
        if (count <= 0) return;
        var scratch = new byte[Math.Min(count, Step)];
        for (var left = count; left > 0;)
        {
            var piece = (int)Math.Min(left, scratch.Length);
            await ReadExactlyAsync(scratch.AsMemory(0, piece), ct);
            left -= piece;
        }
    }
}
