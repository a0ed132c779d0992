using System.Globalization;
using FFMpegCore;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Transcoding;

namespace StreamPlatform.Media.Measuring;

/// <summary>One process: the spans one after the other, decoded once, scaled as the ladder is, encoded at each quality without caps, thrown away.</summary>
internal static class MeasureCommand
{
    /// <summary>Streams come quality by quality, each with all rungs in their order.</summary>
    /// <param name="rungs">All large or none, as <see cref="Encoders.IsLarge"/> has it.</param>
    public static string For(TranscodePlan plan, IReadOnlyList<MeasuredSpan> spans, IReadOnlyList<VideoRendition> rungs, IReadOnlyList<double> crfs, string file)
    {
        var grid = plan.Grid!;
        var threads = Encoders.IsLarge(rungs[0]) ? 1 : 2;
        var streams = crfs.SelectMany(crf => rungs.Select((rung, index) => (Rung: rung, Crf: crf, Scaled: index))).ToList();
        var arguments = FFMpegArguments.FromFileInput(file, verifyExists: false, options => options.WithCustomArgument($"-hide_banner -nostdin -nostats -v verbose -max_error_rate 1 {Input(plan, spans[0], threads)}"));
        foreach (var span in spans.Skip(1))
            arguments.AddFileInput(file, verifyExists: false, options => options.WithCustomArgument(Input(plan, span, threads)));
        return arguments.OutputToUrl("pipe:1", options => options.WithCustomArgument(string.Join(
            ' ',
            [
                $"-filter_complex_threads 1 -filter_complex \"{Graph(plan, spans, rungs, crfs.Count)}\"",
                .. streams.Select((_, index) => $"-map [m{index}]"),
                "-c:v libx264 -threads 1",
                .. streams.Select((stream, index) => string.Create(CultureInfo.InvariantCulture, $"-preset:v:{index} {stream.Rung.Preset} -profile:v:{index} {stream.Rung.Profile} -crf:v:{index} {stream.Crf}")),
                string.Create(CultureInfo.InvariantCulture, $"-g {spans[0].FrameCount} -x264-params keyint={spans[0].FrameCount}:min-keyint={spans[0].FrameCount}:scenecut=0:open-gop=0:ssim=1{Encoders.Frugal(rungs[0])}"),
                string.Create(CultureInfo.InvariantCulture, $"-r {grid.FrameRate} -f null"),
            ]))).Arguments;
    }

    private static string Input(TranscodePlan plan, MeasuredSpan span, int threads) => $"{InputGuard.Options} {string.Join(' ', VideoCommand.Input(plan, span.StartFrame, threads))}";

    private static string Graph(TranscodePlan plan, IReadOnlyList<MeasuredSpan> spans, IReadOnlyList<VideoRendition> rungs, int qualities)
    {
        var source = plan.Info.Video!;
        var cuts = spans.Select((span, index) => string.Create(
            CultureInfo.InvariantCulture,
            $"[{index}:{source.StreamIndex}]{VideoFilters.Deinterlace(source)}{VideoFilters.ToGrid(plan.Grid!, span.StartFrame, plan.Info.InOriginal(0))},trim=end_frame={span.FrameCount},setpts=PTS-STARTPTS[c{index}];"));
        var copies = rungs.Select((_, rung) => $";[v{rung}]split={qualities}" + string.Concat(Enumerable.Range(0, qualities).Select(quality => $"[m{(quality * rungs.Count) + rung}]")));
        return string.Concat(cuts)
            + string.Concat(spans.Select((_, index) => $"[c{index}]")) + $"concat=n={spans.Count},"
            + VideoFilters.ToStandardRange(source, rungs[0].Width, rungs[0].Height) + VideoCommand.Cascade(rungs) + string.Concat(copies);
    }
}
