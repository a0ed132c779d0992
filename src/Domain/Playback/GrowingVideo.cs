using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Watching;

namespace StreamPlatform.Domain.Playback;

/// <summary>One rung while it grows: the head start's places first, then the ladder's, contiguous from zero.</summary>
internal sealed class GrowingVideo(RunView run, RunPaths paths, VideoRendition rung)
{
    public (PresentedVideo Track, bool Complete)? Build()
    {
        var head = run.Items.FirstOrDefault(item => item.Spec.Kind == WorkItemKind.HeadStart);
        var headOutput = OutputOf(head);
        var headSegments = Contiguous(0, headOutput?.Segments ?? []);

        // A head start that has ended has all the places it will ever have; a running one keeps those it was planned.
        var headPlaces = head is null ? 0 : head.HasEnded ? headSegments.Count : GrowingTrack.PlannedPlaces(run.Plan, head.Spec) ?? headSegments.Count;
        var ladder = run.Items
            .Where(item => item.Spec.Kind == WorkItemKind.Video && item.Spec.Renditions.Contains(rung.Name))
            .OrderBy(item => item.Spec.FirstChunk)
            .ToList();
        var ladderSegments = headSegments.Count < headPlaces
            ? []
            : Contiguous(headPlaces, ladder.SelectMany(item => OutputOf(item)?.Segments ?? []));
        var segments = GrowingTrack.Present(paths, WorkItemKind.HeadStart, rung.Name, headSegments)
            .Concat(GrowingTrack.Present(paths, WorkItemKind.Video, rung.Name, ladderSegments))
            .ToList();
        var facts = headOutput ?? ladder.Select(OutputOf).FirstOrDefault(output => output is not null);
        if (segments.Count == 0 || facts is null)
        {
            return null;
        }

        return (TrackOf(facts, segments), IsOver(ladder.FindAll(item => !item.IsInParts), segments.Count));
    }

    private RenditionOutput? OutputOf(ItemView? item) =>
        item?.Outputs.FirstOrDefault(output => output.Rendition == rung.Name);

    /// <summary>Nothing will be added: all is made and listed, or a part of the rung failed and the list ends before it.</summary>
    private bool IsOver(List<ItemView> ladder, int listed) =>
        ladder.TrueForAll(item => item.HasEnded) && (ladder.Exists(item => item.State == ItemState.Failed) || IsWhole(ladder, listed));

    /// <summary>Every segment that the ladder made has its place in the list.</summary>
    private bool IsWhole(List<ItemView> ladder, int listed) =>
        ladder.SelectMany(item => OutputOf(item)?.Segments ?? []).Select(segment => segment.Number + 1).DefaultIfEmpty(0).Max() <= listed;

    /// <summary>What an item had made before it failed, its parts make again: the same bytes, in one place of the list.</summary>
    private static List<SegmentFacts> Contiguous(long from, IEnumerable<SegmentFacts> segments)
    {
        var listed = new List<SegmentFacts>();
        foreach (var segment in segments.Where(segment => segment.Number >= from).DistinctBy(segment => segment.Number).OrderBy(segment => segment.Number))
        {
            if (segment.Number != from + listed.Count)
            {
                break;
            }

            listed.Add(segment);
        }

        return listed;
    }

    private PresentedVideo TrackOf(RenditionOutput facts, List<PresentedSegment> segments)
    {
        var (average, peak) = GrowingTrack.Bitrates(segments, facts.Timescale);
        return new PresentedVideo
        {
            Name = rung.Name,
            Codecs = facts.Codecs,
            Timescale = facts.Timescale,
            AverageBitrate = average,
            PeakBitrate = Math.Max(peak, rung.MaxBitrate),
            Segments = segments,
            Width = rung.Width,
            Height = rung.Height,
            FrameRate = run.Plan.Grid?.FrameRate ?? default,
        };
    }
}
