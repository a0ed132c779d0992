using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>Counts frames of a grid by the clock of a source, whatever its timescale.</summary>
internal sealed class FrameClock(OutputGrid grid, uint sourceTimescale)
{
    /// <summary>Frames between decoding and showing that are believed; the codecs reorder 16 at most (ISO/IEC 14496-10, A.3.1).</summary>
    public const int MaxReordering = 1024;

    /// <summary>Ticks of the source as whole frames of the grid, to the nearest.</summary>
    public long InFrames(long ticks)
    {
        var frame = (Int128)grid.FrameTicks * sourceTimescale;
        return (long)Int128.CreateSaturating(FloorDivide((2 * (Int128)ticks * grid.Timescale) + frame, 2 * frame));
    }

    private static Int128 FloorDivide(Int128 value, Int128 by) => (value / by) - (value % by < 0 ? 1 : 0);
}
