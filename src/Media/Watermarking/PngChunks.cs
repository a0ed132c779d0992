using System.Buffers.Binary;
using System.IO.Hashing;

namespace StreamPlatform.Media.Watermarking;

/// <summary>The chunks of a PNG image (ISO/IEC 15948), each with its length and checksum proven.</summary>
internal static class PngChunks
{
    private static readonly byte[] Start = [0x89, .. "PNG\r\n\x1A\n"u8];

    public static ReadOnlySpan<byte> Signature => Start;

    /// <summary>Of a chunk: length, type and checksum.</summary>
    public const int Overhead = 12;

    /// <summary>All chunks up to the last, in their order (5.6); null of what is no PNG, or when one is damaged, out of place or missing, or the image moves.</summary>
    public static List<PngChunk>? Read(byte[] png)
    {
        if (!png.AsSpan().StartsWith(Signature))
            return null;
        var chunks = new List<PngChunk>();
        for (var at = Signature.Length; png.Length - at >= Overhead;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (length < 0 || length > png.Length - at - Overhead)
                return null;
            if (Crc32.HashToUInt32(png.AsSpan(at + 4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)))
                return null;
            var chunk = new PngChunk(System.Text.Encoding.Latin1.GetString(png, at + 4, 4), (at + 8)..(at + 8 + length));
            if (chunk.Type == "IEND")
                return IsInOrder(chunks) ? chunks : null;
            chunks.Add(chunk);
            at += Overhead + length;
        }

        return null;
    }

    private static bool IsInOrder(List<PngChunk> chunks)
    {
        var types = chunks.ConvertAll(chunk => chunk.Type);
        var (first, last) = (types.IndexOf("IDAT"), types.LastIndexOf("IDAT"));
        return types.LastIndexOf("IHDR") == 0 && first > 0 && last - first + 1 == types.Count(type => type == "IDAT")
            && !types.Contains("acTL") && types.LastIndexOf("PLTE") < first
            && types.TrueForAll(type => char.IsAsciiLetterLower(type[0]) || type is "IHDR" or "PLTE" or "IDAT");
    }
}

/// <param name="Data">Where its data is in the file.</param>
internal readonly record struct PngChunk(string Type, Range Data);
