using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>Cuts the timeline into runs of whole segments of about equal length.</summary>
internal static class Chunks
{
    /// <summary>Below this, starting and seeking cost more than spreading saves.</summary>
    private const double LeastSeconds = 10;

    public static IReadOnlyList<Chunk> For(OutputGrid grid, SourceInfo info, PlanOptions options)
    {
        var segments = (grid.TotalFrames + grid.SegmentFrames - 1) / grid.SegmentFrames;
        var seconds = (double)grid.TotalFrames * grid.FrameTicks / grid.Timescale;
        var wanted = Math.Clamp(seconds / options.Workers, LeastSeconds, Math.Max(options.ChunkSeconds, LeastSeconds));
        var count = CanSeek(info) ? (long)Math.Clamp(Math.Round(seconds / wanted), 1, segments) : 1;

        var starts = Enumerable.Range(0, (int)count).Select(index => index * segments / count * grid.SegmentFrames).ToList();
        return [.. starts.Select((start, index) => new Chunk(index, start, index + 1 < starts.Count ? starts[index + 1] - start : null))];
    }

    /// <summary>
    /// Containers with an index of key frames: starting in the middle gives the same pictures as coming from the start. Not
    /// of telecined film, whose rhythm is counted from the start.
    /// </summary>
    public static bool CanSeek(SourceInfo info) => info.Video is not { Telecined: true } && HasIndex(info);

    private static bool HasIndex(SourceInfo info) =>
        info.Container.StartsWith("mov,", StringComparison.Ordinal) || info.Container.StartsWith("matroska,", StringComparison.Ordinal);

    public static long FramesOf(Chunk chunk, OutputGrid grid) => chunk.FrameCount ?? (grid.TotalFrames - chunk.StartFrame);
}
