using System.Buffers.Binary;

namespace StreamPlatform.Media.Watermarking;

/// <summary>What IHDR says (11.2.1).</summary>
/// <param name="Depth">Bits of a channel.</param>
/// <param name="Channels">Of a pixel.</param>
/// <param name="Interlaced">In the seven passes of Adam7 (8.1).</param>
internal sealed record PngHeader(int Width, int Height, byte Colour, int Depth, int Channels, bool Interlaced)
{
    /// <summary>Colour types (table 11.1).</summary>
    public const byte Grey = 0, Rgb = 2, Indexed = 3, GreyAlpha = 4, RgbAlpha = 6;

    private const int Bytes = 13;

    /// <summary>Of all channels together.</summary>
    public int BitsPerPixel => Channels * Depth;

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
            : new PngHeader(width, height, colour, depth, channels, data[12] == 1);
    }

    /// <summary>0 for a colour type that there is not, or not in this depth (table 11.1).</summary>
    private static int ChannelsOf(byte colour, byte depth) => (colour, depth) switch
    {
        (Grey, 1 or 2 or 4 or 8 or 16) or (Indexed, 1 or 2 or 4 or 8) => 1,
        (GreyAlpha, 8 or 16) => 2,
        (Rgb, 8 or 16) => 3,
        (RgbAlpha, 8 or 16) => 4,
        _ => 0,
    };

    private static bool IsPalette(PngChunk chunk, int length) =>
        chunk.Type == "PLTE" && chunk.Data.GetOffsetAndLength(length).Length is var bytes and > 0 and <= 768 && bytes % 3 == 0;
}
