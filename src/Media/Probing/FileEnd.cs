using System.Buffers.Binary;

namespace StreamPlatform.Media.Probing;

/// <summary>
/// Whether a file ends where its own structure says: the certain sign of a copy that was cut off. Durations that containers
/// claim are no such sign; live recorders write any.
/// </summary>
internal static class FileEnd
{
    private const int MaxBoxes = 1 << 20;

    /// <summary>True when it is cut off, false when it is whole, null when the format doesn't tell.</summary>
    public static bool? IsMissing(string file, string container)
    {
        using var stream = File.OpenRead(file);
        var length = stream.Length;
        return container.Split(',')[0] switch
        {
            "mov" => Boxes(stream, length),
            "matroska" => Segment(stream, length),
            "avi" or "wav" => Riff(stream, length),
            "mpegts" => Packets(stream, length),
            _ => null,
        };
    }

    /// <summary>ISO/IEC 14496-12, 4.2: boxes follow each other to the end. A box of size 0 reaches to it.</summary>
    private static bool? Boxes(FileStream stream, long length)
    {
        Span<byte> header = stackalloc byte[16];
        long offset = 0;
        for (var count = 0; offset < length && count < MaxBoxes; count++)
        {
            stream.Position = offset;
            var read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            // Fewer than eight bytes are padding that some writers leave.
            if (read < 8)
                return false;
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            if (size == 1 && read == 16)
                size = BinaryPrimitives.ReadInt64BigEndian(header[8..]);
            if (size == 0)
                return false;
            if (size < 8)
                return null;
            if (size > length - offset)
                return header[4..8].SequenceEqual("mdat"u8) || header[4..8].SequenceEqual("moof"u8) || header[4..8].SequenceEqual("moov"u8) ? true : null;
            offset += size;
        }

        return false;
    }

    /// <summary>RFC 8794 and RFC 9559: an EBML header, then one Segment that tells its size unless it was recorded live.</summary>
    private static bool? Segment(FileStream stream, long length)
    {
        const uint Ebml = 0x1A45DFA3, SegmentId = 0x18538067;
        var reader = new EbmlHeaders(stream);
        if (reader.Next() is not (Ebml, { } headerSize) || headerSize > length)
            return null;
        stream.Position += headerSize;
        return reader.Next() is (SegmentId, { } size) ? size > length - stream.Position : null;
    }

    /// <summary>The size of the first RIFF chunk; 0 and the largest number stand for a recorder that never came back to it.</summary>
    private static bool? Riff(FileStream stream, long length)
    {
        Span<byte> header = stackalloc byte[8];
        if (stream.ReadAtLeast(header, 8, throwOnEndOfStream: false) < 8 || !header[..4].SequenceEqual("RIFF"u8))
            return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        return size is 0 or >= 0xFFFFFFF0 ? null : size > length - 8;
    }

    /// <summary>ISO/IEC 13818-1, 2.4.3.2: packets of 188 bytes, on Blu-ray with a time stamp of 4 before each, with 16 of parity behind.</summary>
    private static bool? Packets(FileStream stream, long length)
    {
        Span<byte> head = stackalloc byte[205];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return null;
        const byte Sync = 0x47;
        long size = (head[0], head[188], head[4], head[196], head[204]) switch
        {
            (Sync, Sync, _, _, _) => 188,
            (_, _, Sync, Sync, _) => 192,
            (Sync, _, _, _, Sync) => 204,
            _ => 0,
        };
        return size == 0 ? null : length % size != 0;
    }
}
