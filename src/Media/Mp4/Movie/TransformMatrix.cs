namespace StreamPlatform.Media.Mp4;

/// <summary>The matrix of mvhd and tkhd, row by row: 16.16 fixed point, the last column 2.30 (ISO/IEC 14496-12, 6.2.2).</summary>
public readonly record struct TransformMatrix(int A, int B, int U, int C, int D, int V, int X, int Y, int W)
{
    public static TransformMatrix Identity { get; } = new(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

    internal static TransformMatrix Read(ref BoxReader reader) => new(
        reader.I32(), reader.I32(), reader.I32(), reader.I32(), reader.I32(), reader.I32(), reader.I32(), reader.I32(), reader.I32());

    internal void Write(BoxWriter writer)
    {
        foreach (var value in (ReadOnlySpan<int>)[A, B, U, C, D, V, X, Y, W])
            writer.I32(value);
    }
}
