using System.Buffers.Binary;
using System.Text;

namespace StreamPlatform.Live.Rtmp;

/// <summary>
/// Reads AMF 0 values: number (double), Boolean, string, null and undefined (null), object and ECMA array (dictionary), strict
/// array (list), date (double). References, typed objects and the rest are refused: no encoder sends them, and references make cycles.
/// </summary>
internal ref struct Amf0Reader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;
    private int _values;

    public readonly bool IsAtEnd => _left.IsEmpty;

    /// <exception cref="RtmpException">It is no value, or more than is granted.</exception>
    public object? Value(int depth = 0)
    {
        if (depth > RtmpLimits.AmfDepth) throw RtmpException.TooMuch($"Values nest more than {RtmpLimits.AmfDepth} deep.");
        if (++_values > RtmpLimits.AmfValues) throw RtmpException.TooMuch($"A message holds more than {RtmpLimits.AmfValues} values.");
        var marker = Take(1)[0];
        switch (marker)
        {
            case 0:
                return BinaryPrimitives.ReadDoubleBigEndian(Take(8));
            case 1:
                return Take(1)[0] != 0;
            case 2:
                return Text(BinaryPrimitives.ReadUInt16BigEndian(Take(2)));
            case 3:
                return Members(depth);
            case 5 or 6:
                return null;
            case 8:
                Take(4);
                return Members(depth);
            case 10:
                return Items(depth);
            case 11:
                return BinaryPrimitives.ReadDoubleBigEndian(Take(10));
            case 12:
                return Text(BinaryPrimitives.ReadUInt32BigEndian(Take(4)));
            default:
                throw RtmpException.Malformed($"A value of kind {marker} is not read.");
        }
    }

    private Dictionary<string, object?> Members(int depth)
    {
        const byte End = 9;
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (true)
        {
            var name = Text(BinaryPrimitives.ReadUInt16BigEndian(Take(2)));
            if (name.Length == 0 && _left.Length > 0 && _left[0] == End)
            {
                Take(1);
                return members;
            }

            members[name] = Value(depth + 1);
        }
    }

    private List<object?> Items(int depth)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(Take(4));
        if (count > RtmpLimits.AmfValues) throw RtmpException.TooMuch($"A message holds more than {RtmpLimits.AmfValues} values.");
        var items = new List<object?>();
        for (var i = 0; i < count; i++)
            items.Add(Value(depth + 1));
        return items;
    }

    private string Text(uint length) =>
        length <= RtmpLimits.AmfStringBytes ? Encoding.UTF8.GetString(Take((int)length)) : throw RtmpException.TooMuch($"A string is longer than {RtmpLimits.AmfStringBytes} bytes.");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _left.Length) throw RtmpException.Malformed("A value ends early.");
        var taken = _left[..count];
        _left = _left[count..];
        return taken;
    }
}
