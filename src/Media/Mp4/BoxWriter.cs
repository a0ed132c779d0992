using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace StreamPlatform.Media.Mp4;

/// <summary>Writes big-endian fields and boxes, whose sizes it fills in.</summary>
public sealed class BoxWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private readonly List<(int At, uint Value)> _patches = [];

    /// <summary>Bytes written so far.</summary>
    public int Length => _buffer.WrittenCount;

    public void U8(int value) => Span(1)[0] = checked((byte)value);

    public void U16(int value) => BinaryPrimitives.WriteUInt16BigEndian(Span(2), checked((ushort)value));

    public void I16(short value) => BinaryPrimitives.WriteInt16BigEndian(Span(2), value);

    public void U24(uint value)
    {
        var span = Span(3);
        (span[0], span[1], span[2]) = ((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    public void U32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Span(4), value);

    public void I32(int value) => BinaryPrimitives.WriteInt32BigEndian(Span(4), value);

    public void U64(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Span(8), value);

    /// <summary>A field that is 32 bits in version 0 and 64 in version 1.</summary>
    public void U32Or64(ulong value, int version)
    {
        if (version == 0) U32(checked((uint)value));
        else U64(value);
    }

    public void Code(FourCc value) => U32(value.Value);

    /// <summary>Sixteen bytes that identify something, in the order they are written out.</summary>
    public void Id(Guid value) => value.TryWriteBytes(Span(16), bigEndian: true, out _);

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Span(bytes.Length));

    public void Zeros(int count) => Span(count).Clear();

    /// <summary>Version and flags of a full box (ISO/IEC 14496-12, 4.2).</summary>
    public void Full(int version, uint flags)
    {
        U8(version);
        U24(flags);
    }

    /// <summary>A string in UTF-8 with its terminating zero.</summary>
    public void Text(string value)
    {
        Bytes(Encoding.UTF8.GetBytes(value));
        U8(0);
    }

    public void Box(Box box)
    {
        var start = Length;
        U32(0);
        Code(box.Type);
        box.WriteBody(this);
        _patches.Add((start, checked((uint)(Length - start))));
    }

    public void Boxes(IEnumerable<Box> boxes)
    {
        foreach (var box in boxes)
            Box(box);
    }

    public byte[] ToArray()
    {
        var bytes = _buffer.WrittenSpan.ToArray();
        foreach (var (at, value) in _patches)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);
        return bytes;
    }

    private Span<byte> Span(int length)
    {
        if (length == 0) return [];
        var span = _buffer.GetSpan(length)[..length];
        _buffer.Advance(length);
        return span;
    }
}
