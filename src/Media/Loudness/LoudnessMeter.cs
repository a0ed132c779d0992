using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Transcoding;

namespace StreamPlatform.Media.Loudness;

/// <summary>The first of the two passes: decodes the sound of a source once and measures each of its shapes (ffmpeg's ebur128).</summary>
internal sealed class LoudnessMeter(Tool ffmpeg)
{
    /// <summary>Lines a shape's summary takes of what ffmpeg says at its end, with room for what it says besides.</summary>
    private const int LinesPerShape = 24;

    /// <summary>How each shape is to be brought to the plan's target.</summary>
    /// <exception cref="EncodeException">ffmpeg failed.</exception>
    /// <exception cref="ToolKilledException">Somebody killed ffmpeg.</exception>
    public async Task<IReadOnlyDictionary<SoundShape, Leveling>> LevelAsync(TranscodePlan plan, WorkItemSpec item, string file, CancellationToken ct)
    {
        var shapes = AudioCommand.ShapesOf(plan, item);
        if (plan.Loudness is not { } target)
            return shapes.ToDictionary(shape => shape, _ => Leveling.None);

        var limits = ItemLimits.For(plan, item) with { LinesKept = LinesPerShape * (shapes.Count + 1) };
        var exit = await ffmpeg.RunAsync(Arguments(plan, shapes, file), limits, (output, stop) => output.CopyToAsync(Stream.Null, stop), ct);
        if (!exit.Succeeded)
            throw EncodeException.Of(exit);
        var measured = LoudnessSummary.Read(exit.LastLines);
        return shapes.Select((shape, index) => (shape, index)).ToDictionary(
            pair => pair.shape, pair => measured.TryGetValue(pair.index, out var found) ? Leveling.For(target, found) : Leveling.None);
    }

    /// <summary>Mono is measured as both loudspeakers will play it (AES TD1008), or it would come out twice as loud as stereo.</summary>
    private static string Arguments(TranscodePlan plan, IReadOnlyList<SoundShape> shapes, string file)
    {
        var graph = shapes.Select((shape, index) =>
            $"{AudioCommand.Shape(plan, shape)},ebur128@{LoudnessSummary.Name(index)}=framelog=verbose:peak=true:dualmono={(shape.Channels == 1 ? "true" : "false")}[m{index}]");
        return FfmpegCommand.Build(
            file,
            AudioCommand.Input(plan),
            [
                $"-v info -nostats -filter_complex_threads 1 -filter_complex \"{string.Join(';', graph)}\"",
                .. shapes.Select((_, index) => $"-map [m{index}]"),
                "-c:a pcm_s16le -f null",
            ]);
    }
}
