using System.Globalization;
using FFMpegCore;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Transcoding;

/// <summary>The frame of every ffmpeg command: guarded input, reproducible output, one pipe.</summary>
internal static class FfmpegCommand
{
    /// <summary>
    /// Options apply in order; each is one or more words of ffmpeg's command line. Undecodable parts are skipped: whether
    /// enough is left is for us to say, not for ffmpeg's error rate.
    /// </summary>
    public static string Build(string file, IEnumerable<string> input, IEnumerable<string> output) =>
        FFMpegArguments
            .FromFileInput(file, verifyExists: false, options => options.WithCustomArgument(Join(["-nostdin -v error -max_error_rate 1", InputGuard.Options, .. input])))
            .OutputToUrl("pipe:1", options => options.WithCustomArgument(Join(output)))
            .Arguments;

    /// <summary>The same with several inputs, each with its own options.</summary>
    public static string Build(IReadOnlyList<FfmpegInput> inputs, IEnumerable<string> output)
    {
        var arguments = FFMpegArguments.FromFileInput(
            inputs[0].File, verifyExists: false, options => options.WithCustomArgument(Join(["-nostdin -v error -max_error_rate 1", inputs[0].Words])));
        foreach (var input in inputs.Skip(1))
            arguments.AddFileInput(input.File, verifyExists: false, options => options.WithCustomArgument(input.Words));
        return arguments.OutputToUrl("pipe:1", options => options.WithCustomArgument(Join(output))).Arguments;
    }

    /// <summary>
    /// Fragmented MP4 for the segment cutter: a fragment a GOP, flushed as soon as it is complete; composition offsets
    /// may be negative, so that presentation starts at 0 without an edit list. No encoder names, no clock.
    /// </summary>
    public static IEnumerable<string> FragmentedMp4(string fragments) =>
    [
        "-fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1 -map_chapters -1",
        $"-movflags +empty_moov+default_base_moof+negative_cts_offsets+cmaf{fragments}",
        "-flush_packets 1 -f mp4",
    ];

    /// <summary>
    /// Formats whose clock belongs to a broadcast (AVFMT_TS_DISCONT of libavformat): ffmpeg takes the first time and the
    /// jumps out of the clock of those streams that a run reads.
    /// </summary>
    private static readonly string[] BroadcastClocks = ["mpegts", "mpeg", "ogg", "wtv", "nut"];

    /// <summary>
    /// A second output that throws away what it gets, so that a run that makes pictures and one that makes sound read the
    /// same streams of such formats, and stay together.
    /// </summary>
    /// <param name="seconds">How much is made.</param>
    public static string ReadingAll(SourceInfo info, double seconds) => BroadcastClocks.Contains(info.Container)
        ? string.Create(CultureInfo.InvariantCulture, $" -t {info.InOriginal(seconds):0.######} -map 0:v? -map 0:a? -c copy -f null -")
        : "";

    private static string Join(IEnumerable<string> words) => string.Join(' ', words);
}
