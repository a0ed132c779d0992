using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>
/// Processor seconds, fitted to measurements of the 1080p30 ladder (16 s a minute to decode, 88 s for five rungs of x264
/// veryfast, one thread each) and of single rungs, presets and codecs beside it. Good for comparing groupings and for
/// generous limits, not for promises: contents differ by a factor of three.
/// </summary>
internal static class CostModel
{
    private const double DecodePerMegapixel = 0.0043;
    private const double EncodePerMegapixel = 0.0105;

    /// <summary>Scaling down and what each frame costs whatever its size; makes small rungs dearer a pixel than large ones.</summary>
    private const double EncodePerFrame = 0.0015;

    /// <summary>A stereo rendition with its share of decoding, measuring loudness and levelling its track.</summary>
    private const double AudioPerSecond = 0.012;

    /// <summary>A job from its message to its marker, without the work: runtime, plan, two processes, storage.</summary>
    public const double JobStart = 0.5;

    /// <summary>One more process in a job that runs.</summary>
    private const double ProcessStart = 0.1;

    /// <summary>A key frame against any frame.</summary>
    private const double KeyFrameWeight = 1.5;

    private const double WaveformPerSecond = 0.002;

    /// <summary>Seconds decoded before a chunk that doesn't begin the source: half a usual GOP and the seek's margin.</summary>
    private const double SecondsBeforeChunk = 2;

    /// <summary>What a job gets of an original, bytes a second: less than one core's share of a network card.</summary>
    private const double FetchPerSecond = 50e6;

    /// <summary>Decodes from the start, or from somewhere within.</summary>
    public static double Decode(VideoTrack video, double seconds, bool seeks = false) =>
        DecodePerMegapixel * video.CodedWidth * video.CodedHeight / 1e6 * video.Frames
        * Math.Min(1, (seconds + (seeks ? SecondsBeforeChunk : 0)) / Math.Max(video.DurationSeconds, 0.001));

    public static double Encode(VideoRendition rung, long frames) =>
        Effort(rung) * ((EncodePerMegapixel * rung.Width * rung.Height / 1e6) + EncodePerFrame) * frames;

    /// <summary>All of a job: start, decoding once, every rung.</summary>
    public static double Video(VideoTrack video, IEnumerable<VideoRendition> rungs, double seconds, long frames, bool seeks) =>
        JobStart + Decode(video, seconds, seeks) + rungs.Sum(rung => Encode(rung, frames));

    /// <summary>By channels: 5.1 costs what three times stereo does.</summary>
    public static double Audio(double seconds, IReadOnlyList<AudioRendition> renditions) =>
        JobStart + (AudioPerSecond * seconds * renditions.Sum(rendition => (rendition.Channels + 1) / 2));

    /// <summary>How long a job that costs so much takes on a core of its own, when it needs so many bytes of the original.</summary>
    public static double WallSeconds(double cpuSeconds, double bytes) => cpuSeconds + bytes / FetchPerSecond;

    /// <summary>
    /// Against x264 veryfast. Measured at 720p on noisy motion: ultrafast 0.53, medium 2.3, slow 3.7, x265 fast 3.1 and
    /// medium 3.5, SVT-AV1 preset 8 4.5 and preset 10 2.4; those between are interpolated.
    /// </summary>
    private static double Effort(VideoRendition rung) => rung.Codec switch
    {
        "hevc" => 1.5 * Math.Max(Preset(rung.Preset), 1.3),
        "av1" => int.TryParse(rung.Preset, System.Globalization.CultureInfo.InvariantCulture, out var preset) ? 4.5 * Math.Pow(1.37, 8 - preset) : 4.5,
        _ => Preset(rung.Preset),
    };

    private static double Preset(string name) => name switch
    {
        "ultrafast" => 0.53,
        "superfast" => 0.75,
        "faster" => 1.4,
        "fast" => 1.9,
        "medium" => 2.4,
        "slow" => 3.8,
        "slower" => 6,
        "veryslow" => 10,
        _ => 1,
    };

    /// <summary>Key frames for storyboard and poster, a few seconds of the video for its preview, and four processes more.</summary>
    public static double Pictures(VideoTrack video, PictureSpec spec)
    {
        var frames = (KeyFrameWeight * (spec.Storyboard?.Count ?? 0)) + ((spec.Preview is { } preview ? preview.Starts.Count * preview.SpanSeconds : 0) * video.FrameRate.Value);
        return Math.Round(JobStart + (4 * ProcessStart) + (DecodePerMegapixel * video.CodedWidth * video.CodedHeight / 1e6 * frames), 1);
    }

    public static double Waveform(double seconds) => Math.Round(JobStart + (WaveformPerSecond * seconds), 1);

    /// <summary>Text itself is next to nothing; captions in pictures take decoding the pictures.</summary>
    public static double Text(SourceInfo info, IReadOnlyList<TextRendition> texts) => Math.Round(
        JobStart + (ProcessStart * texts.Count) + (info.Video is { } video && texts.Any(text => text.IsInPictures) ? Decode(video, info.DurationSeconds) : 0), 1);
}
