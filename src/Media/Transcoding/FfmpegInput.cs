using System.Globalization;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Transcoding;

/// <summary>A file ffmpeg reads, and the options before it.</summary>
internal sealed record FfmpegInput(string File, string Words)
{
    /// <summary>An original, or a part of one: guarded.</summary>
    public static FfmpegInput Source(string file, string options = "") => new(file, $"{InputGuard.Options} -threads 1 {options}");

    /// <summary>An original from a moment on, seconds from its start.</summary>
    public static FfmpegInput From(string file, double seconds, string options = "") =>
        Source(file, string.Create(CultureInfo.InvariantCulture, $"-ss {seconds:0.###} {options}"));

    /// <summary>Pixels we wrote ourselves, one picture after the other.</summary>
    public static FfmpegInput Pixels(string file, int width, int height) =>
        new(file, string.Create(CultureInfo.InvariantCulture, $"-f rawvideo -pixel_format rgb24 -video_size {width}x{height} -framerate 1"));

    /// <summary>Pictures of 4:2:0 that we wrote ourselves, one after the other, so many a second.</summary>
    public static FfmpegInput Pictures(string file, int width, int height, double rate) =>
        new(file, string.Create(CultureInfo.InvariantCulture, $"-f rawvideo -pixel_format yuv420p -video_size {width}x{height} -framerate {rate}"));
}
