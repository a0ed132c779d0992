using System.Buffers.Binary;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// Moves a segment of one fragment to another place on the timeline, in place: decode time (tfdt, ISO/IEC 14496-12,
/// 8.8.12) and sequence number (mfhd, 8.8.5) are fields of fixed width, so nothing else changes.
/// </summary>
public static class SegmentRebase
{
    /// <param name="expected">The decode time it must have now: what is published.</param>
    /// <exception cref="Mp4Exception">It is not such a segment.</exception>
    public static void Move(Span<byte> segment, long expected, long number, long start)
    {
        var moof = Find(segment, "moof");
        var sequence = Find(moof, "mfhd");
        var time = Find(Find(moof, "traf"), "tfdt");
        if (sequence.Length < 8 || time.Length < 12 || time[0] != 1)
            throw new Mp4Exception("The segment's times have not the form that ours have.");
        if (BinaryPrimitives.ReadInt64BigEndian(time[4..]) != expected)
            throw new Mp4Exception("The segment is not what was published.");
        BinaryPrimitives.WriteUInt32BigEndian(sequence[4..], checked((uint)(number + 1)));
        BinaryPrimitives.WriteInt64BigEndian(time[4..], start);
    }

    /// <summary>The body of the first box of a type.</summary>
    private static Span<byte> Find(Span<byte> boxes, FourCc type)
    {
        for (var at = 0; at + 8 <= boxes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(boxes[at..]);
            if (length < 8 || length > boxes.Length - at)
                break;
            if (new FourCc(BinaryPrimitives.ReadUInt32BigEndian(boxes[(at + 4)..])) == type)
                return boxes.Slice(at + 8, (int)length - 8);
            at += (int)length;
        }

        throw new Mp4Exception($"The segment has no {type}.");
    }
}
