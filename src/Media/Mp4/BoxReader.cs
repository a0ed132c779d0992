using System.Buffers.Binary;
using System.Text;

namespace StreamPlatform.Media.Mp4;

/// <summary>Reads big-endian fields of one box body; never past its end, never trusting a count before the bytes are there.</summary>
public ref struct BoxReader(ReadOnlyMemory<byte> body, int depth = 0)
{
    private readonly ReadOnlyMemory<byte> _body = body;
    private int _position;

    /// <summary>How many containers this body is inside of.</summary>
    public int Depth { get; } = depth;

    public readonly int Remaining => _body.Length - _position;

    public byte U8() => Span(1)[0];

    public ushort U16() => BinaryPrimitives.ReadUInt16BigEndian(Span(2));

    public short I16() => BinaryPrimitives.ReadInt16BigEndian(Span(2));

    public uint U24() => ((uint)U8() << 16) | U16();

    public uint U32() => BinaryPrimitives.ReadUInt32BigEndian(Span(4));

    public int I32() => BinaryPrimitives.ReadInt32BigEndian(Span(4));

    public ulong U64() => BinaryPrimitives.ReadUInt64BigEndian(Span(8));

    /// <summary>A field that is 32 bits in version 0 and 64 in version 1.</summary>
    public ulong U32Or64(int version) => version == 0 ? U32() : U64();

    public FourCc Code() => new(U32());

    /// <summary>Sixteen bytes that identify something, in the order they are written out.</summary>
    public Guid Id() => new(Span(16), bigEndian: true);

    public ReadOnlyMemory<byte> Bytes(int count)
    {
        var start = _position;
        Span(count);
        return _body.Slice(start, count);
    }

    public ReadOnlyMemory<byte> Rest() => Bytes(Remaining);

    public void Skip(int count) => Span(count);

    /// <summary>Version and flags of a full box (ISO/IEC 14496-12, 4.2).</summary>
    public (int Version, uint Flags) Full() => (U8(), U24());

    /// <summary>A string up to its terminating zero or the end of the box.</summary>
    public string Text()
    {
        var rest = _body.Span[_position..];
        var end = rest.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
        _position += end < 0 ? rest.Length : end + 1;
        return text;
    }

    /// <summary>A count of entries that follow, each of at least <paramref name="entryBytes"/>.</summary>
    /// <exception cref="Mp4Exception">The box is too small to hold that many.</exception>
    public int Count(uint count, int entryBytes) =>
        count <= (uint)(Remaining / Math.Max(entryBytes, 1))
            ? (int)count
            : throw new Mp4Exception($"A box of {_body.Length} bytes claims {count} entries.");

    private ReadOnlySpan<byte> Span(int count)
    {
        if (count < 0 || count > Remaining)
            throw new Mp4Exception($"A box of {_body.Length} bytes ends {count - Remaining} bytes too early.");
        var span = _body.Span.Slice(_position, count);
        _position += count;
        return span;
    }
}
