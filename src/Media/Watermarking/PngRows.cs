using System.IO.Compression;

namespace StreamPlatform.Media.Watermarking;

/// <summary>The compressed rows of a PNG image (7.2, 9): as many and as long as its header tells, each with a filter there is.</summary>
internal static class PngRows
{
    private const int LastFilter = 4;

    /// <summary>First column and row, and the distance to the next, of each pass of Adam7.</summary>
    private static readonly (int X, int Y, int DX, int DY)[] Adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static bool AreWhole(PngHeader header, IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        using var compressed = new MemoryStream(parts.Sum(part => part.Length));
        foreach (var part in parts)
            compressed.Write(part.Span);
        compressed.Position = 0;
        using var rows = new ZLibStream(compressed, CompressionMode.Decompress);
        try
        {
            return Passes(header).All(pass => IsWhole(rows, pass.Width, pass.Height, header.BitsPerPixel)) && rows.ReadByte() < 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsWhole(Stream rows, int width, int height, int bitsPerPixel)
    {
        var row = new byte[1 + (width * (long)bitsPerPixel + 7) / 8];
        for (var y = 0; y < height; y++)
        {
            if (rows.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length || row[0] > LastFilter)
                return false;
        }

        return true;
    }

    private static IEnumerable<(int Width, int Height)> Passes(PngHeader header) => !header.Interlaced
        ? [(header.Width, header.Height)]
        : Adam7
            .Select(pass => (Width: (header.Width - pass.X + pass.DX - 1) / pass.DX, Height: (header.Height - pass.Y + pass.DY - 1) / pass.DY))
            .Where(pass => pass is { Width: > 0, Height: > 0 });
}
