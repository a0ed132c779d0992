using System.Buffers.Binary;
using System.IO.Hashing;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Processing.Watermarks;

namespace StreamPlatform.Media.Watermarking;

/// <summary>
/// Takes still PNG images (ISO/IEC 15948) whose every chunk and row is as its header tells, so that they decode wherever
/// they are burned in. Nothing is kept of the pixels: memory is that of a row, whatever a header claims.
/// </summary>
public sealed class PngReader : IWatermarkReader
{
    private static readonly byte[] Signature = [0x89, .. "PNG\r\n\x1A\n"u8];

    /// <summary>Of a chunk: length, type and checksum.</summary>
    private const int ChunkOverhead = 12;

    public Result<WatermarkSize> Read(byte[] png)
    {
        if (!png.AsSpan().StartsWith(Signature) || ReadChunks(png) is not { } chunks || PngHeader.Read(png, chunks) is not { } header)
            return WatermarkErrors.Unreadable;
        if (header.Width > WatermarkErrors.MaxSide || header.Height > WatermarkErrors.MaxSide)
            return WatermarkErrors.TooLarge;
        return PngRows.AreWhole(header, [.. chunks.Where(chunk => chunk.Type == "IDAT").Select(chunk => png.AsMemory(chunk.Data))])
            ? new WatermarkSize(header.Width, header.Height)
            : WatermarkErrors.Unreadable;
    }

    /// <summary>All chunks up to the last, in their order (5.6); null when one is damaged, out of place or missing, or the image moves.</summary>
    private static List<PngChunk>? ReadChunks(byte[] png)
    {
        var chunks = new List<PngChunk>();
        for (var at = Signature.Length; png.Length - at >= ChunkOverhead;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (length < 0 || length > png.Length - at - ChunkOverhead)
                return null;
            if (Crc32.HashToUInt32(png.AsSpan(at + 4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)))
                return null;
            var chunk = new PngChunk(System.Text.Encoding.Latin1.GetString(png, at + 4, 4), (at + 8)..(at + 8 + length));
            if (chunk.Type == "IEND")
                return IsInOrder(chunks) ? chunks : null;
            chunks.Add(chunk);
            at += ChunkOverhead + length;
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
