using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Transcoding;

/// <summary>
/// Every audio rendition of the asset in one run, never in chunks: each chunk of AAC would begin with a priming frame.
/// Gaps are filled, and silence is added or sound cut off so that audio ends with the video.
/// </summary>
internal static class AudioCommand
{
    /// <summary>Length of an audio segment when there is no video to follow, seconds.</summary>
    private const int SegmentSeconds = 4;

    /// <param name="seconds">How much of it; null for all.</param>
    public static (string Arguments, IReadOnlyList<TrackSpec> Tracks) For(TranscodePlan plan, WorkItemSpec item, string file, double? seconds = null)
    {
        var renditions = plan.Audio.Where(audio => item.Renditions.Contains(audio.Name)).ToList();
        var cut = plan.Grid is { } grid ? AudioCut.Following(grid) : new AudioCut(new Rational(SegmentSeconds, 1));
        var graph = string.Join(';', renditions.Select((audio, index) => Filter(plan, audio, index, seconds)));
        var arguments = FfmpegCommand.Build(
            file,
            [],
            [
                $"-filter_complex_threads 1 -filter_complex \"{graph}\"",
                .. renditions.Select((_, index) => $"-map [a{index}]"),
                "-c:a aac -threads 1",
                .. renditions.Select((audio, index) => string.Create(CultureInfo.InvariantCulture, $"-b:a:{index} {audio.Bitrate}")),
                .. FfmpegCommand.FragmentedMp4(""),
                "-frag_duration 2000000",
            ]) + FfmpegCommand.ReadingAll(plan.Info, seconds ?? plan.Info.DurationSeconds);
        return (arguments, [.. renditions.Select((audio, index) => new TrackSpec(index, audio.Name, cut))]);
    }

    private static long Samples(TranscodePlan plan, int sampleRate, double? seconds) =>
        seconds is { } some ? Math.Min(Samples(plan, sampleRate), (long)(some * sampleRate)) : Samples(plan, sampleRate);

    /// <summary>Samples a rendition has: as long as the video, to the sample.</summary>
    public static long Samples(TranscodePlan plan, int sampleRate) => plan.Grid is { } grid
        ? (long)((Int128)grid.TotalFrames * grid.FrameTicks * sampleRate / grid.Timescale)
        : (long)Math.Round(plan.Info.DurationSeconds * sampleRate);

    private static string Filter(TranscodePlan plan, AudioRendition audio, int index, double? seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"[0:{audio.SourceStreamIndex}]aresample={audio.SampleRate}:async=1:first_pts=0,aformat=channel_layouts={(audio.Channels == 1 ? "mono" : "stereo")},apad,atrim=end_sample={Samples(plan, audio.SampleRate, seconds)}[a{index}]");
}
