using System.Buffers.Binary;

namespace StreamPlatform.Media.Watermarking;

/// <summary>What IHDR says (11.2.1).</summary>
/// <param name="BitsPerPixel">Of all channels together.</param>
/// <param name="Interlaced">In the seven passes of Adam7 (8.1).</param>
internal sealed record PngHeader(int Width, int Height, int BitsPerPixel, bool Interlaced)
{
    private const int Bytes = 13, Indexed = 3;

    /// <summary>Null when it says what no PNG can be.</summary>
    /// <param name="chunks">IHDR first.</param>
    public static PngHeader? Read(byte[] png, IReadOnlyList<PngChunk> chunks)
    {
        var data = png.AsSpan(chunks[0].Data);
        if (data.Length != Bytes || data[10] != 0 || data[11] != 0 || data[12] > 1)
            return null;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
        var (depth, colour) = (data[8], data[9]);
        var channels = ChannelsOf(colour, depth);
        var palette = chunks.FirstOrDefault(chunk => chunk.Type == "PLTE");
        return width <= 0 || height <= 0 || channels == 0 || (colour == Indexed && !IsPalette(palette, png.Length)) ? null
            : new PngHeader(width, height, channels * depth, data[12] == 1);
    }

    /// <summary>0 for a colour type that there is not, or not in this depth (table 11.1).</summary>
    private static int ChannelsOf(byte colour, byte depth) => (colour, depth) switch
    {
        (0, 1 or 2 or 4 or 8 or 16) or (Indexed, 1 or 2 or 4 or 8) => 1,
        (4, 8 or 16) => 2,
        (2, 8 or 16) => 3,
        (6, 8 or 16) => 4,
        _ => 0,
    };

    private static bool IsPalette(PngChunk chunk, int length) =>
        chunk.Type == "PLTE" && chunk.Data.GetOffsetAndLength(length).Length is var bytes and > 0 and <= 768 && bytes % 3 == 0;
}
