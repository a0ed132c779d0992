using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>
/// Processor seconds, fitted to measurements of the 1080p30 ladder: 16 s a minute to decode, 104 s for decode, five rungs
/// and audio. Good for comparing groupings and for generous limits, not for promises.
/// </summary>
internal static class CostModel
{
    private const double DecodePerMegapixel = 0.0043;
    private const double EncodePerMegapixel = 0.013;
    private const double AudioPerSecond = 0.02;
    private const double ProcessStart = 0.3;

    /// <summary>A key frame against any frame.</summary>
    private const double KeyFrameWeight = 1.5;

    private const double WaveformPerSecond = 0.002;

    public static double Decode(VideoTrack video, double seconds) =>
        ProcessStart + DecodePerMegapixel * video.CodedWidth * video.CodedHeight / 1e6 * video.Frames * Math.Min(1, seconds / Math.Max(video.DurationSeconds, 0.001));

    public static double Encode(VideoRendition rung, long frames) => EncodePerMegapixel * rung.Width * rung.Height / 1e6 * frames;

    public static double Audio(double seconds, int renditions) => ProcessStart + AudioPerSecond * seconds * renditions;

    /// <summary>Key frames for storyboard and poster, a few seconds of the video for its preview, and four processes more.</summary>
    public static double Pictures(VideoTrack video, PictureSpec spec)
    {
        var frames = (KeyFrameWeight * (spec.Storyboard?.Count ?? 0)) + ((spec.Preview is { } preview ? preview.Starts.Count * preview.SpanSeconds : 0) * video.FrameRate.Value);
        return Math.Round((5 * ProcessStart) + (DecodePerMegapixel * video.CodedWidth * video.CodedHeight / 1e6 * frames), 1);
    }

    public static double Waveform(double seconds) => Math.Round(ProcessStart + (WaveformPerSecond * seconds), 1);
}
