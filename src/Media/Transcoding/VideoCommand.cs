using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Transcoding;

/// <summary>
/// One process for an item: decode once, scale each rendition from the next larger one, encode, all of them tracks of one fragmented MP4.
/// Encoders have one thread each: with more, capped x264 gives other bytes each time.
/// </summary>
internal static class VideoCommand
{
    /// <summary>Seconds before the chunk's start to seek to: the picture shown at the start may have begun earlier.</summary>
    private const double SeekMargin = 0.5;

    /// <summary>With more lines an item decodes in one thread and looks ahead less: each frame of 2160p that is held takes 12 to 24 MB, and a job has 700 MB.</summary>
    private const int LargestLines = 1440;

    public static (string Arguments, IReadOnlyList<TrackSpec> Tracks) For(TranscodePlan plan, WorkItemSpec item, string file)
    {
        var grid = plan.Grid ?? throw new ArgumentException("The plan has no video.", nameof(plan));
        var rungs = plan.Video.Where(rung => item.Renditions.Contains(rung.Name)).ToList();
        var start = plan.Chunks[item.FirstChunk].StartFrame;
        var arguments = FfmpegCommand.Build(
            file,
            Input(grid, start, rungs[0].Height),
            [
                $"-filter_complex_threads 1 -filter_complex \"{Graph(plan, rungs, start)}\"",
                .. rungs.Select((_, index) => $"-map [v{index}]"),
                string.Create(CultureInfo.InvariantCulture, $"-frames:v {ItemLength.Frames(plan, item)} -c:v libx264 -threads 1"),
                .. rungs.Select((rung, index) => X264(rung, index, grid)),
                string.Create(CultureInfo.InvariantCulture, $"-video_track_timescale {grid.Timescale}"),
                .. FfmpegCommand.FragmentedMp4("+frag_keyframe"),
            ]);
        return (arguments, [.. rungs.Select((rung, index) => new TrackSpec(index, rung.Name, new VideoCut(grid, start)))]);
    }

    /// <summary>
    /// The source's clock is kept (from 0), so that the grid is the same for every chunk. Pictures between the key frame
    /// that was found and the start are dropped by the grid, not by the seek.
    /// </summary>
    private static IEnumerable<string> Input(OutputGrid grid, long startFrame, int lines)
    {
        yield return $"-threads {(lines > LargestLines ? 1 : 2)} -copyts -start_at_zero";
        var start = startFrame * grid.FrameTicks / (double)grid.Timescale;
        if (startFrame > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"-noaccurate_seek -ss {Math.Max(0, start - SeekMargin):0.######}");
    }

    private static string Graph(TranscodePlan plan, List<VideoRendition> rungs, long startFrame)
    {
        var source = plan.Info.Video!;
        var shared = VideoFilters.Deinterlace(source) + VideoFilters.ToGrid(plan.Grid!, startFrame) + ","
            + VideoFilters.ToStandardRange(source, rungs[0].Width, rungs[0].Height);

        // A cascade: halves the work of scaling, 6 % of the whole, for pictures that can't be told apart (SSIM 0.998).
        return $"[0:{source.StreamIndex}]{shared}" + string.Join(';', rungs.Select((rung, index) =>
            (index > 0 ? $"[s{index}]" : "") + VideoFilters.ToSize(rung.Width, rung.Height)
            + (index + 1 < rungs.Count ? $",split[v{index}][s{index + 1}]" : $"[v{index}]")));
    }

    /// <summary>Closed GOPs of exact length; headers that don't depend on the content, so that chunks join.</summary>
    private static string X264(VideoRendition rung, int index, OutputGrid grid) => string.Create(
        CultureInfo.InvariantCulture,
        $"-preset:v:{index} {rung.Preset} -profile:v:{index} {rung.Profile} -crf:v:{index} {rung.Crf} -maxrate:v:{index} {rung.MaxBitrate} -bufsize:v:{index} {rung.BufferBits} -g:v:{index} {grid.GopFrames} -x264-params:v:{index} keyint={grid.GopFrames}:min-keyint={grid.GopFrames}:scenecut=0:open-gop=0:stitchable=1:force-cfr=1{(rung.Height > LargestLines ? ":rc-lookahead=5" : "")}");
}
