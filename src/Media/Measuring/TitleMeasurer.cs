using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Transcoding;

namespace StreamPlatform.Media.Measuring;

/// <summary>Encodes a plan's measured spans at each quality and reads what came of it.</summary>
public sealed class TitleMeasurer(MediaOptions media, TimeProvider time)
{
    /// <summary>Lines of x264's last words about one stream, and what ffmpeg says before.</summary>
    private const int LinesKept = 600;

    /// <summary>Above this many pixels the qualities are tried one after the other, since each takes as much memory as the ladder.</summary>
    private const int LargePixels = 1920 * 1088;

    private readonly Tool _ffmpeg = new(media.FfmpegPath, time);

    /// <exception cref="EncodeException">The title can't be measured.</exception>
    public async Task<IReadOnlyList<RungMeasurement>> MeasureAsync(TranscodePlan plan, WorkItemSpec item, SourceCopy source, CancellationToken ct)
    {
        var measure = plan.Measure ?? throw new ArgumentException("The plan has nothing to measure.", nameof(plan));
        foreach (var span in measure.Spans)
        {
            var start = span.StartFrame / plan.Grid!.FrameRate.Value;
            await source.EnsureVideoAsync(start, start + (span.FrameCount / plan.Grid.FrameRate.Value), ct);
        }

        var rungs = plan.Video.Where(rung => item.Renditions.Contains(rung.Name)).ToList();
        var found = new IReadOnlyList<RungMeasurement>[measure.Crfs.Count];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = rungs[0].Width * rungs[0].Height > LargePixels ? 1 : Math.Max(1, Environment.ProcessorCount), CancellationToken = ct };
        await Parallel.ForAsync(0, found.Length, atOnce, async (index, stop) => found[index] = await MeasureAsync(plan, item, rungs, measure.Crfs[index], source.File, stop));
        return [.. found.SelectMany(points => points)];
    }

    private async Task<IReadOnlyList<RungMeasurement>> MeasureAsync(
        TranscodePlan plan, WorkItemSpec item, IReadOnlyList<VideoRendition> rungs, double crf, string file, CancellationToken ct)
    {
        var exit = await _ffmpeg.RunAsync(
            MeasureCommand.For(plan, rungs, crf, file), ItemLimits.For(plan, item) with { LinesKept = LinesKept }, (output, stop) => output.CopyToAsync(Stream.Null, stop), ct);
        return (exit.Succeeded ? X264Report.Read(exit.LastLines, [.. rungs.Select(rung => rung.Name)], crf, plan.Grid!) : null)
            ?? throw new EncodeException("measure.failed", "The title could not be measured; its renditions have the usual quality.", retry: false);
    }
}
