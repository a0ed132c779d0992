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

    public static double Decode(VideoTrack video, double seconds) =>
        ProcessStart + DecodePerMegapixel * video.CodedWidth * video.CodedHeight / 1e6 * video.Frames * Math.Min(1, seconds / Math.Max(video.DurationSeconds, 0.001));

    public static double Encode(VideoRendition rung, long frames) => EncodePerMegapixel * rung.Width * rung.Height / 1e6 * frames;

    /// <summary>By channels: 5.1 costs what three times stereo does.</summary>
    public static double Audio(double seconds, IReadOnlyList<AudioRendition> renditions) =>
        ProcessStart + AudioPerSecond * seconds * renditions.Sum(rendition => (rendition.Channels + 1) / 2);
}
