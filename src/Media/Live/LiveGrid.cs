using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Live;

/// <summary>
/// The timeline of a broadcast: constant frame rate, a key frame a second, segments of two seconds, and parts of about a fifth
/// of a second that divide the time between key frames evenly, so that all but the last of a broadcast are equally long.
/// </summary>
/// <param name="Video">Frames, GOPs and segments.</param>
/// <param name="PartFrames">Frames a part; divides the frames of a GOP.</param>
public sealed record LiveGrid(OutputGrid Video, int PartFrames)
{
    private const double PartSeconds = 0.2;

    private const int GopsASegment = 2;

    /// <summary>Rates that encoders are set to. Others become the nearest of them.</summary>
    private static readonly Rational[] Rates =
        [new(15, 1), new(20, 1), new(24_000, 1001), new(24, 1), new(25, 1), new(30_000, 1001), new(30, 1), new(48, 1), new(50, 1), new(60_000, 1001), new(60, 1)];

    /// <summary>Parts of a full segment.</summary>
    public int PartsASegment => Video.SegmentFrames / PartFrames;

    /// <summary>EXT-X-TARGETDURATION, seconds.</summary>
    public int TargetSeconds => (int)Math.Round(Video.SegmentSeconds);

    /// <summary>The grid of what an encoder says that it sends; 30 frames a second where it says nothing that can be.</summary>
    /// <param name="mostFrames">Frames a second at most; more are left out.</param>
    public static LiveGrid For(double? framesASecond, int mostFrames = 60)
    {
        var wanted = Math.Min(framesASecond is > 0 and <= 1000 ? framesASecond.Value : 30, mostFrames);
        var rate = Rates.MinBy(rate => Math.Abs(rate.Value - wanted));
        var gop = (int)Math.Round(rate.Value);
        var part = Enumerable.Range(1, gop).Where(frames => gop % frames == 0).MinBy(frames => Math.Abs((frames / rate.Value) - PartSeconds));
        return new LiveGrid(new OutputGrid(rate, rate.Numerator * Scale(rate), rate.Denominator * Scale(rate), gop, gop * GopsASegment), part);
    }

    /// <summary>A timescale of ten thousand or more, which ffmpeg leaves as it is.</summary>
    private static int Scale(Rational rate) => rate.Numerator >= 10_000 ? 1 : 512;
}
