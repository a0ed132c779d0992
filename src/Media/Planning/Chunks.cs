using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>Cuts the timeline into runs of whole segments of about equal length.</summary>
internal static class Chunks
{
    /// <summary>
    /// Below this, starting and seeking cost more than spreading saves, whatever the rungs; and each chunk begins with a
    /// picture finer than key frames within are (x264 has no history there), which single segments of still content show
    /// as 10 % more bits.
    /// </summary>
    private const double LeastSeconds = 8;

    public static IReadOnlyList<Chunk> Cut(OutputGrid grid, long count)
    {
        var segments = Segments(grid);
        var starts = Enumerable.Range(0, (int)count).Select(index => index * segments / count * grid.SegmentFrames).ToList();
        return [.. starts.Select((start, index) => new Chunk(index, start, index + 1 < starts.Count ? starts[index + 1] - start : null))];
    }

    /// <summary>
    /// Numbers of chunks worth a look, rising: for each length of a chunk in segments the fewest, and those that the workers
    /// divide evenly, with one of them left to the sound or not. The first has the longest chunks allowed.
    /// </summary>
    public static IReadOnlyList<long> Counts(OutputGrid grid, SourceInfo info, PlanOptions options)
    {
        if (!CanSeek(info))
            return [1];
        var segments = Segments(grid);
        var seconds = (double)grid.TotalFrames * grid.FrameTicks / grid.Timescale;

        // A third of a segment more than allowed is no reason for another chunk.
        var fewest = (long)Math.Clamp(Math.Ceiling((seconds / Math.Max(options.ChunkSeconds, LeastSeconds)) - (grid.SegmentSeconds / 3 / options.ChunkSeconds)), 1, segments);
        var most = Math.Max(fewest, (long)Math.Min(segments, seconds / LeastSeconds));
        var byLength = Enumerable.Range(1, (int)Math.Min(segments, 1000)).Select(length => (segments + length - 1) / length);
        var byWorkers = Enumerable.Range(1, 4).SelectMany(rounds => new[] { (long)rounds * options.Workers, ((long)rounds * options.Workers) - 1 });
        return [.. byLength.Concat(byWorkers).Append(fewest).Where(count => count >= fewest && count <= most).Distinct().Order()];
    }

    /// <summary>
    /// Containers with an index of key frames: starting in the middle gives the same pictures as coming from the start. Not
    /// of telecined film, whose rhythm is counted from the start.
    /// </summary>
    public static bool CanSeek(SourceInfo info) => info.Video is not { Telecined: true } && HasIndex(info);

    private static bool HasIndex(SourceInfo info) =>
        info.Container.StartsWith("mov,", StringComparison.Ordinal) || info.Container.StartsWith("matroska,", StringComparison.Ordinal);

    public static long FramesOf(Chunk chunk, OutputGrid grid) => chunk.FrameCount ?? (grid.TotalFrames - chunk.StartFrame);

    private static long Segments(OutputGrid grid) => (grid.TotalFrames + grid.SegmentFrames - 1) / grid.SegmentFrames;
}
