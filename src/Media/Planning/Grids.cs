using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>Chooses the output timeline: the source's rate on an exact grid, two-second GOPs, segments of two GOPs.</summary>
internal static class Grids
{
    private const double GopSeconds = 2;
    private const int GopsPerSegment = 2;

    /// <summary>Ticks a second at least: finer than a millisecond, whole ticks a frame.</summary>
    private const int LeastTimescale = 10_000;

    public static OutputGrid For(VideoTrack video, double durationSeconds)
    {
        var rate = Rate(video);
        var k = (LeastTimescale + rate.Numerator - 1) / rate.Numerator;
        var gop = (int)Math.Round(GopSeconds * rate.Value);
        return new OutputGrid(rate, rate.Numerator * k, rate.Denominator * k, gop, gop * GopsPerSegment)
        {
            TotalFrames = Math.Max(1, (long)Math.Round(durationSeconds * rate.Value)),
        };
    }

    /// <summary>Interlaced video shows each field as a frame, up to 60 a second.</summary>
    public static Rational Rate(VideoTrack video) => video.Interlaced && video.FrameRate.Value <= 30.5
        ? video.FrameRate.Denominator % 2 == 0
            ? video.FrameRate with { Denominator = video.FrameRate.Denominator / 2 }
            : video.FrameRate with { Numerator = video.FrameRate.Numerator * 2 }
        : video.FrameRate;
}
