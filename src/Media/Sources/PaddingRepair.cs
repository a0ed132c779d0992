using System.Buffers.Binary;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Sources;

/// <summary>
/// Some writers leave padding in MP4 files that claims to be smaller than its own header (ISO/IEC 14496-12, 4.2 and 8.1.2).
/// Players skip the header; ffmpeg takes it for the end of the file. In a copy its size is put right.
/// </summary>
internal static class PaddingRepair
{
    private const int HeaderBytes = 8;
    private const int MaxBoxes = 64;

    private static readonly FourCc[] Padding = ["free", "skip", "wide"];

    public static void Repair(string file)
    {
        using var stream = File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        Walk(stream, mend: true);
    }

    /// <summary>There is something to mend; the file stays as it is.</summary>
    public static bool IsNeeded(string file)
    {
        using var stream = File.OpenRead(file);
        return Walk(stream, mend: false);
    }

    private static bool Walk(FileStream stream, bool mend)
    {
        var found = false;
        Span<byte> header = stackalloc byte[HeaderBytes];
        for (var count = 0; count < MaxBoxes && stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes; count++)
        {
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            var type = new FourCc(BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
            if (count == 0 && type != "ftyp")
                return found;
            if (size is > 1 and < HeaderBytes && Padding.Contains(type))
            {
                found = true;
                if (mend)
                {
                    stream.Position -= HeaderBytes;
                    BinaryPrimitives.WriteUInt32BigEndian(header, HeaderBytes);
                    stream.Write(header);
                }

                continue;
            }

            // Boxes of 64 bits or without an end are media data: what is to be mended comes before it.
            if (size < HeaderBytes || size > stream.Length - (stream.Position - HeaderBytes))
                return found;
            stream.Position += size - HeaderBytes;
        }

        return found;
    }
}
