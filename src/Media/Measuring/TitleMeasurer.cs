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
        var spans = measure.Spans.Skip(item.FirstChunk).Take(item.ChunkCount).ToList();
        var rate = plan.Grid!.FrameRate.Value;
        foreach (var span in spans)
            await source.EnsureVideoAsync(plan.Info.InOriginal(span.StartFrame / rate), plan.Info.InOriginal((span.StartFrame + span.FrameCount) / rate), ct);

        var found = new List<RungMeasurement>();
        foreach (var some in Decoders.Groups(plan.Info.Video!, spans))
        {
            foreach (var (rungs, crfs) in Runs([.. plan.Video.Where(rung => item.Renditions.Contains(rung.Name))], measure.Crfs))
            {
                var exit = await _ffmpeg.RunAsync(
                    MeasureCommand.For(plan, some, rungs, crfs, source.File), ItemLimits.For(plan, item) with { LinesKept = LinesKept }, (output, stop) => output.CopyToAsync(Stream.Null, stop), ct);
                var streams = crfs.SelectMany(crf => rungs.Select(rung => (rung.Name, crf))).ToList();
                found.AddRange((exit.Succeeded ? X264Report.Read(exit.LastLines, streams, plan.Grid) : null)
                    ?? throw new EncodeException("measure.failed", "The title could not be measured; its renditions have the usual quality.", retry: false));
            }
        }

        return found;
    }

    /// <summary>A ladder with large rungs in two runs, and in each a quality at a time: all together take several times the memory.</summary>
    private static IEnumerable<(IReadOnlyList<VideoRendition> Rungs, IReadOnlyList<double> Crfs)> Runs(List<VideoRendition> rungs, IReadOnlyList<double> crfs)
    {
        var qualities = rungs.Exists(rung => rung.Width * rung.Height > LargePixels) ? crfs.Select(IReadOnlyList<double> (crf) => [crf]) : [crfs];
        return rungs.GroupBy(Encoders.IsLarge).SelectMany(group => qualities.Select(some => ((IReadOnlyList<VideoRendition>)[.. group], some)));
    }
}
