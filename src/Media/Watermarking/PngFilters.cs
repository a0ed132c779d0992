namespace StreamPlatform.Media.Watermarking;

/// <summary>What rows of a PNG image are told as differences from (9).</summary>
internal static class PngFilters
{
    public const byte None = 0, Sub = 1, Up = 2, Average = 3, Paeth = 4;

    /// <summary>Makes a row of its differences; false for a filter that there is not.</summary>
    /// <param name="step">Bytes of a pixel, 1 at least.</param>
    public static bool Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        if (filter > Paeth)
            return false;
        for (var i = 0; i < row.Length; i++)
            row[i] += Predict(filter, i >= step ? row[i - step] : (byte)0, above[i], i >= step ? above[i - step] : (byte)0);
        return true;
    }

    /// <summary>The differences of a row.</summary>
    public static void Apply(byte filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> differences)
    {
        for (var i = 0; i < row.Length; i++)
            differences[i] = (byte)(row[i] - Predict(filter, i >= step ? row[i - step] : (byte)0, above[i], i >= step ? above[i - step] : (byte)0));
    }

    private static byte Predict(byte filter, byte left, byte up, byte upLeft) => filter switch
    {
        Sub => left,
        Up => up,
        Average => (byte)((left + up) / 2),
        Paeth => PaethOf(left, up, upLeft),
        _ => 0,
    };

    /// <summary>Of the three the nearest to their plane (9.4).</summary>
    private static byte PaethOf(byte left, byte up, byte upLeft)
    {
        var plane = left + up - upLeft;
        var (toLeft, toUp, toUpLeft) = (Math.Abs(plane - left), Math.Abs(plane - up), Math.Abs(plane - upLeft));
        return toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
    }
}
