using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Transcoding;

/// <summary>
/// One process for an item: decode once, scale each rendition from the next larger one, encode, all of them tracks of one fragmented MP4.
/// Encoders have one thread each: with more, capped x264 gives other bytes each time.
/// </summary>
internal static class VideoCommand
{
    public static (string Arguments, IReadOnlyList<TrackSpec> Tracks) For(TranscodePlan plan, WorkItemSpec item, string file, Watermark? watermark = null)
    {
        var grid = plan.Grid ?? throw new ArgumentException("The plan has no video.", nameof(plan));
        var rungs = plan.Video.Where(rung => item.Renditions.Contains(rung.Name)).ToList();
        var start = plan.Chunks[item.FirstChunk].StartFrame;
        var arguments = FfmpegCommand.Build(
            file,
            Input(plan, start, Encoders.IsLarge(rungs[0]) ? 1 : 2),
            [
                $"-filter_complex_threads 1 -filter_complex \"{Graph(plan, item, start, watermark)}\"",
                .. rungs.Select((_, index) => $"-map [v{index}]"),
                string.Create(CultureInfo.InvariantCulture, $"-frames:v {ItemLength.Frames(plan, item)}"),
                .. rungs.Select((rung, index) => Encoders.For(rung, index, grid, plan.Info.Video?.Hdr)),
                string.Create(CultureInfo.InvariantCulture, $"-video_track_timescale {grid.Timescale}"),
                .. FfmpegCommand.FragmentedMp4("+frag_keyframe"),
            ]) + FfmpegCommand.ReadingAll(plan.Info, ItemLength.Seconds(plan, item));
        return (arguments, [.. rungs.Select((rung, index) => new TrackSpec(index, rung.Name, new VideoCut(grid, start, item.Kind == WorkItemKind.Video ? plan.KeyFrames?.SegmentsOf(rung.Name) ?? 0 : 0)))]);
    }

    /// <summary>
    /// The source's clock is kept (from 0), so that the grid is the same for every chunk. Pictures between the key frame
    /// that was found and the start are dropped by the grid, not by the seek.
    /// </summary>
    /// <param name="threads">Of the decoder: each holds pictures of its own.</param>
    public static IEnumerable<string> Input(TranscodePlan plan, long startFrame, int threads = 2)
    {
        // ffmpeg takes jumps out of a clock unless it is to be kept; without any it begins at 0 too.
        yield return $"-threads {threads}{(plan.Info.ClockJumps ? "" : " -copyts -start_at_zero")}";
        var grid = plan.Grid!;
        var start = startFrame * grid.FrameTicks / (double)grid.Timescale;
        if (startFrame > 0 || OriginalSeek.IsPossible(plan.Info, start))
            yield return OriginalSeek.Words(plan.Info, start);
    }

    private static string Graph(TranscodePlan plan, WorkItemSpec item, long startFrame, Watermark? watermark)
    {
        var rungs = plan.Video.Where(rung => item.Renditions.Contains(rung.Name)).ToList();
        var through = plan.Video.Where(rung => (item.Through ?? item.Renditions).Contains(rung.Name)).ToList();
        var source = plan.Info.Video!;
        var grid = VideoFilters.ToGrid(plan.Grid!, startFrame, plan.Info.InOriginal(0)) + ",";
        var colours = VideoFilters.ToRange(source, rungs[0].Range, through[0].Width, through[0].Height);

        // The grid holds some pictures: of HDR, rather those of 8 bit that come of it than those of 10.
        var isMapped = source.DynamicRange != DynamicRange.Standard && rungs[0].Range == DynamicRange.Standard;
        var shared = VideoFilters.Deinterlace(source) + (isMapped ? colours + grid : grid + colours)
            + watermark?.Burn(through[0].Width, through[0].Height, "");

        return $"[0:{source.StreamIndex}]{shared}{Cascade(rungs, through)}";
    }

    /// <summary>
    /// From the largest rung's size down, to outputs <c>[v0]</c>, <c>[v1]</c>…: halves the work of scaling, 6 % of the whole, for
    /// pictures that can't be told apart (SSIM 0.998). Rungs of one size, in several codecs, share its pictures.
    /// </summary>
    /// <param name="rungs">All of one dynamic range.</param>
    /// <param name="through">Rungs whose sizes are steps on the way too, though nothing comes out there.</param>
    public static string Cascade(IReadOnlyList<VideoRendition> rungs, IEnumerable<VideoRendition>? through = null)
    {
        var made = rungs.Select((rung, index) => (Size: (rung.Width, rung.Height), index)).ToLookup(pair => pair.Size, pair => pair.index);
        var last = rungs.Min(rung => rung.Height);
        var sizes = rungs.Concat(through ?? []).Select(rung => (rung.Width, rung.Height)).Where(size => size.Height >= last).Distinct().OrderByDescending(size => size.Height).ToList();
        return string.Join(';', sizes.Select((size, step) =>
        {
            var outputs = string.Concat(made[size].Select(index => $"[v{index}]")) + (step + 1 < sizes.Count ? $"[s{step + 1}]" : "");
            var count = made[size].Count() + (step + 1 < sizes.Count ? 1 : 0);
            return (step > 0 ? $"[s{step}]" : "") + VideoFilters.ToSize(size.Width, size.Height, rungs[0].Range) + (count > 1 ? $",split={count}" : "") + outputs;
        }));
    }
}
