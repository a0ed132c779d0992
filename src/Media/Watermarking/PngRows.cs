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
        using var rows = Open(parts);
        try
        {
            return Passes(header).All(pass => IsWhole(rows, pass.Height, LengthOf(pass.Width, header))) && rows.ReadByte() < 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The rows of all passes, one after the other.</summary>
    public static Stream Open(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var compressed = new MemoryStream(parts.Sum(part => part.Length));
        foreach (var part in parts)
            compressed.Write(part.Span);
        compressed.Position = 0;
        return new ZLibStream(compressed, CompressionMode.Decompress);
    }

    private static bool IsWhole(Stream rows, int height, int length)
    {
        var row = new byte[length];
        for (var y = 0; y < height; y++)
        {
            if (rows.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length || row[0] > LastFilter)
                return false;
        }

        return true;
    }

    public static IEnumerable<PngPass> Passes(PngHeader header) => !header.Interlaced
        ? [new PngPass(0, 0, 1, 1, header.Width, header.Height)]
        : Adam7
            .Select(pass => new PngPass(pass.X, pass.Y, pass.DX, pass.DY, (header.Width - pass.X + pass.DX - 1) / pass.DX, (header.Height - pass.Y + pass.DY - 1) / pass.DY))
            .Where(pass => pass is { Width: > 0, Height: > 0 });

    /// <summary>Bytes of a row, with that of its filter.</summary>
    public static int LengthOf(int width, PngHeader header) => checked((int)(1 + (((width * (long)header.BitsPerPixel) + 7) / 8)));
}

/// <summary>One of the reduced images that an image is sent as (8.1).</summary>
/// <param name="X">Column of its first pixel in the whole.</param>
/// <param name="Y">Row of its first pixel in the whole.</param>
/// <param name="DX">Columns from a pixel to the next.</param>
/// <param name="DY">Rows from one to the next.</param>
internal readonly record struct PngPass(int X, int Y, int DX, int DY, int Width, int Height);
