using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Probing;

/// <summary>Finds the constant rate a source is best shown at, from what its container says and what was counted.</summary>
internal static class FrameRates
{
    private const double Least = 5;
    private const double Most = 60;

    /// <summary>
    /// A rate of at most 60. A stated rate is believed when it is one to two times the counted one (cameras that drop
    /// frames in the dark state the full rate), or when no other average is stated (some codecs leave out pictures that
    /// don't change); nonsense such as 1000 or 90000 gives way to what was counted.
    /// </summary>
    /// <param name="stated">ffmpeg's r_frame_rate: the lowest rate that can carry all timestamps.</param>
    /// <param name="average">ffmpeg's avg_frame_rate.</param>
    /// <param name="counted">Frames by seconds, from packets; NaN when there are too few.</param>
    public static Rational Choose(Rational stated, Rational average, double counted, bool interlaced)
    {
        var real = double.IsFinite(counted) && counted > 0 ? counted : average.Value > 0 ? average.Value : stated.Value;
        if (real <= 0)
            return new Rational(25, 1);
        // Field-coded video states its field rate; the deinterlacer doubles by itself.
        var agreed = (stated == average || average.Value <= 0) && stated.Value <= Most;
        var rate = !interlaced && stated.Value >= real * 0.98 && (stated.Value <= real * 2 || agreed) ? stated.Value : real;
        while (rate > Most * 1.005)
            rate /= 2;
        return Snap(Math.Max(Least, rate));
    }

    public static Rational Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && int.TryParse(text.AsSpan(0, slash), out var n) && int.TryParse(text.AsSpan(slash + 1), out var d) && n > 0 && d > 0
            ? new Rational(n, d)
            : new Rational(0, 1);
    }

    /// <summary>The nearest of whole, half and NTSC (×1000/1001) rates: real cameras and editors use no others.</summary>
    private static Rational Snap(double rate)
    {
        var whole = (int)Math.Round(rate);
        Rational[] near =
        [
            new(whole, 1),
            new((int)Math.Ceiling(rate) * 1000, 1001),
            new(((int)Math.Floor(rate) * 2) + 1, 2),
        ];
        return near.MinBy(candidate => Math.Abs(candidate.Value - rate) + (candidate.Denominator == 1 ? 0 : rate * 1e-4));
    }
}
