using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Avatars;

/// <summary>Writes pixels as PNG and nothing beside them: the same pixels give the same bytes.</summary>
internal static class PngWriter
{
    /// <param name="pixels">Red, green, blue, alpha; rows from the top.</param>
    public static byte[] Write(byte[] pixels, int width, int height)
    {
        var png = new MemoryStream();
        png.Write(PngChunks.Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, PngHeader.RgbAlpha);
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", Rows(pixels, width, height));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Rows(byte[] pixels, int width, int height)
    {
        const int Step = 4;
        var compressed = new MemoryStream();
        using (var rows = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var (length, row) = (Step * width, new byte[1 + (Step * width)]);
            row[0] = PngFilters.Paeth;
            ReadOnlySpan<byte> above = new byte[length];
            for (var y = 0; y < height; y++)
            {
                var current = pixels.AsSpan(y * length, length);
                PngFilters.Apply(PngFilters.Paeth, current, above, Step, row.AsSpan(1));
                rows.Write(row);
                above = current;
            }
        }

        return compressed.ToArray();
    }

    private static void Chunk(Stream png, string type, ReadOnlySpan<byte> data)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(checkedPart));
        png.Write(number);
    }
}
