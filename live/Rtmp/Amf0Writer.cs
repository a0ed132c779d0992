using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace StreamPlatform.Live.Rtmp;

/// <summary>Writes the AMF 0 values that our answers are made of.</summary>
internal sealed class Amf0Writer
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public Amf0Writer Number(double value)
    {
        Span<byte> number = stackalloc byte[9];
        BinaryPrimitives.WriteDoubleBigEndian(number[1..], value);
        _bytes.Write(number);
        return this;
    }

    public Amf0Writer Text(string value)
    {
        Marker(2);
        Name(value);
        return this;
    }

    public Amf0Writer Null()
    {
        Marker(5);
        return this;
    }

    /// <summary>An object of strings.</summary>
    public Amf0Writer Object(params ReadOnlySpan<(string Name, string Value)> members)
    {
        Marker(3);
        foreach (var (name, value) in members)
        {
            Name(name);
            Text(value);
        }

        _bytes.Write<byte>([0, 0, 9]);
        return this;
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void Marker(byte kind) => _bytes.Write<byte>([kind]);

    private void Name(string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)text.Length);
        _bytes.Write(length);
        _bytes.Write(text);
    }
}
