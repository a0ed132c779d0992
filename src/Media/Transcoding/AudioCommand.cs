using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Loudness;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Transcoding;

/// <summary>
/// Every audio rendition of the asset in one run, never in chunks: each chunk of AAC would begin with a priming frame.
/// Gaps are filled, and silence is added or sound cut off so that audio ends with the video. A track is decoded, downmixed
/// and levelled once for all renditions of a shape.
/// </summary>
internal static class AudioCommand
{
    /// <summary>Length of an audio segment when there is no video to follow, seconds.</summary>
    private const int SegmentSeconds = 4;

    /// <summary>Peaks between samples show only when there are more samples; four times as many miss less than 0.1 dB.</summary>
    private const int Oversampling = 4;

    /// <param name="levels">For each of <see cref="ShapesOf"/>; what is not in it keeps its level.</param>
    /// <param name="seconds">How much of it; null for all.</param>
    public static (string Arguments, IReadOnlyList<TrackSpec> Tracks) For(
        TranscodePlan plan, WorkItemSpec item, string file, IReadOnlyDictionary<SoundShape, Leveling>? levels = null, double? seconds = null)
    {
        var renditions = Renditions(plan, item);
        var cut = plan.Grid is { } grid ? AudioCut.Following(grid) : new AudioCut(new Rational(SegmentSeconds, 1));
        var graph = string.Join(';', ShapesOf(plan, item).Select(shape => Chain(plan, renditions, shape, levels?.GetValueOrDefault(shape) ?? Leveling.None, seconds)));
        var arguments = FfmpegCommand.Build(
            file,
            Input(plan),
            [
                $"-filter_complex_threads 1 -filter_complex \"{graph}\"",
                .. renditions.Select((_, index) => $"-map [a{index}]"),
                "-c:a aac -threads 1",
                .. renditions.Select((audio, index) => string.Create(CultureInfo.InvariantCulture, $"-b:a:{index} {audio.Bitrate}")),
                .. FfmpegCommand.FragmentedMp4(""),
                "-frag_duration 2000000",
            ]) + FfmpegCommand.ReadingAll(plan.Info, seconds ?? plan.Info.DurationSeconds);
        return (arguments, [.. renditions.Select((audio, index) => new TrackSpec(index, audio.Name, cut) { Language = audio.Language })]);
    }

    /// <summary>What the item has to decode and downmix, each once.</summary>
    public static IReadOnlyList<SoundShape> ShapesOf(TranscodePlan plan, WorkItemSpec item) => [.. Renditions(plan, item).Select(ShapeOf).Distinct()];

    /// <summary>
    /// Of a trimmed original with an index reading begins near the trim, by the original's clock; other formats are read from
    /// their start.
    /// </summary>
    public static IEnumerable<string> Input(TranscodePlan plan) =>
        OriginalSeek.IsPossible(plan.Info, 0) ? ["-copyts -start_at_zero", OriginalSeek.Words(plan.Info, 0)] : [];

    /// <summary>
    /// The part that is wanted of a track, gaps filled, so many samples at most. Its clock is shifted so that the part begins at
    /// 0, where the resampler drops what comes before or puts silence.
    /// </summary>
    public static string Part(TranscodePlan plan, int sampleRate, string format, long samples)
    {
        var before = plan.Info.InOriginal(0);
        var shift = before == 0 ? "" : Invariant($"asetpts=PTS-{before:0.######}/TB,");
        return shift + Invariant($"aresample={sampleRate}:async=1:first_pts=0,aformat={format},atrim=end_sample={samples}");
    }

    /// <summary>
    /// From a source track to a shape, without an output label. Floating point, so that a downmix (ITU-R BS.775: centre and
    /// surrounds at −3 dB, no LFE) can't clip before it is levelled.
    /// </summary>
    public static string Shape(TranscodePlan plan, SoundShape shape, double? seconds = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"[0:{shape.StreamIndex}]{Part(plan, shape.SampleRate, $"sample_fmts=fltp:channel_layouts={Layout(shape.Channels)}", Samples(plan, shape.SampleRate, seconds))}");

    /// <summary>Samples a rendition has: as long as the video, to the sample.</summary>
    public static long Samples(TranscodePlan plan, int sampleRate) => plan.Grid is { } grid
        ? (long)((Int128)grid.TotalFrames * grid.FrameTicks * sampleRate / grid.Timescale)
        : (long)Math.Round(plan.Info.DurationSeconds * sampleRate);

    private static long Samples(TranscodePlan plan, int sampleRate, double? seconds) =>
        seconds is { } some ? Math.Min(Samples(plan, sampleRate), (long)(some * sampleRate)) : Samples(plan, sampleRate);

    private static List<AudioRendition> Renditions(TranscodePlan plan, WorkItemSpec item) =>
        [.. plan.Audio.Where(audio => item.Renditions.Contains(audio.Name))];

    private static SoundShape ShapeOf(AudioRendition audio) => new(audio.SourceStreamIndex, audio.Channels, audio.SampleRate);

    private static string Layout(int channels) => channels switch
    {
        1 => "mono",
        6 => "5.1",
        _ => "stereo",
    };

    private static string Chain(TranscodePlan plan, List<AudioRendition> renditions, SoundShape shape, Leveling level, double? seconds)
    {
        var outputs = renditions.Select((audio, index) => (audio, index)).Where(pair => ShapeOf(pair.audio) == shape).Select(pair => $"[a{pair.index}]").ToList();
        var split = outputs.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $",asplit={outputs.Count}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Shape(plan, shape, seconds)}{Level(level, shape.SampleRate)},apad,atrim=end_sample={Samples(plan, shape.SampleRate, seconds)}{split}{string.Concat(outputs)}");
    }

    private static string Level(Leveling level, int sampleRate)
    {
        var gain = level.GainDb == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $",volume={level.GainDb}dB:precision=float");
        return level.LimitDb is not { } limit ? gain : string.Create(
            CultureInfo.InvariantCulture,
            $"{gain},aresample={sampleRate * Oversampling},alimiter=limit={Math.Pow(10, limit / 20):0.####}:level=0:attack=5:release=50:latency=1,aresample={sampleRate}");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
