using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Domain.Playback;

/// <summary>Helpers that video and audio share while a track grows.</summary>
internal static class GrowingTrack
{
    /// <summary>Segments as they are presented, in their folder.</summary>
    public static IEnumerable<PresentedSegment> Present(
        RunPaths paths, WorkItemKind kind, string rendition, IEnumerable<SegmentFacts> segments)
    {
        var init = paths.Init(kind, rendition).Name;
        return segments.Select(segment => new PresentedSegment(
            paths.Segment(kind, rendition, segment.Number).Name, init, segment.Start, segment.Duration, segment.Bytes));
    }

    /// <summary>How many segments a head start is to make of each rendition; null when its plan doesn't say.</summary>
    public static int? PlannedPlaces(TranscodePlan plan, WorkItemSpec head) =>
        plan.Grid is { } grid && head.FrameLimit is { } frames
            ? (int)((frames + grid.SegmentFrames - 1) / grid.SegmentFrames)
            : null;

    /// <summary>Average and peak bits a second of what is listed.</summary>
    public static (long Average, long Peak) Bitrates(IReadOnlyList<PresentedSegment> segments, int timescale)
    {
        var seconds = (double)segments.Sum(segment => segment.Duration) / timescale;
        var average = segments.Sum(segment => 8.0 * segment.Bytes) / seconds;
        var peak = segments.Max(segment => 8.0 * segment.Bytes * timescale / segment.Duration);
        return ((long)Math.Ceiling(average), (long)Math.Ceiling(peak));
    }
}
