using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Watching;

namespace StreamPlatform.Domain.Playback;

/// <summary>
/// An audio rendition while it grows: the head start's places first, then the audio item's. Where both make the same bytes
/// in the same place, whichever has more is listed.
/// </summary>
internal sealed class GrowingAudio(RunView run, RunPaths paths, AudioRendition rendition)
{
    public (PresentedAudio Track, bool Complete)? Build()
    {
        var head = Items(WorkItemKind.HeadStart).FirstOrDefault();
        var all = Items(WorkItemKind.Audio).MaxBy(item => Segments(item).Count);
        var (first, rest) = (Segments(head), Segments(all));
        var places = 0;
        if (head is not null && run.Plan.FolderOf(head.Spec, rendition.Name) == WorkItemKind.Audio)
        {
            (first, rest) = ([], rest.Count >= first.Count ? rest : first);
        }
        else if (head is not null)
        {
            // One that has ended has all the places it will ever have; a running one keeps those it was planned.
            places = head.HasEnded ? first.Count : GrowingTrack.PlannedPlaces(run.Plan, head.Spec) ?? first.Count;
        }

        var listed = GrowingTrack.Present(paths, WorkItemKind.HeadStart, rendition.Name, first)
            .Concat(first.Count < places ? [] : GrowingTrack.Present(paths, WorkItemKind.Audio, rendition.Name, rest.Skip(places)))
            .ToList();
        var facts = OutputOf(head) ?? OutputOf(all);
        if (listed.Count == 0 || facts is null)
        {
            return null;
        }

        return (TrackOf(facts, listed), all is { State: ItemState.Done } && rest.Count <= listed.Count);
    }

    /// <summary>When its first segment could be read; null before.</summary>
    public static DateTimeOffset? FirstPlayableAt(RunView run, AudioRendition rendition) =>
        ItemsOf(run, rendition.Name).Min(item => item.FirstSegmentAt);

    private IEnumerable<ItemView> Items(WorkItemKind kind) => ItemsOf(run, rendition.Name).Where(item => item.Spec.Kind == kind);

    private RenditionOutput? OutputOf(ItemView? item) => item?.Outputs.FirstOrDefault(made => made.Rendition == rendition.Name);

    private IReadOnlyList<SegmentFacts> Segments(ItemView? item) => OutputOf(item)?.Segments ?? [];

    private PresentedAudio TrackOf(RenditionOutput facts, List<PresentedSegment> segments)
    {
        var (average, peak) = GrowingTrack.Bitrates(segments, facts.Timescale);
        return new PresentedAudio
        {
            Name = rendition.Name,
            Codecs = facts.Codecs,
            Timescale = facts.Timescale,
            AverageBitrate = average,
            PeakBitrate = Math.Max(peak, rendition.Bitrate),
            Segments = segments,
            Channels = rendition.Channels,
            SampleRate = rendition.SampleRate,
            Language = rendition.Language,
            Label = rendition.Label,
            Role = rendition.Role,
            IsDefault = rendition.IsDefault,
        };
    }

    /// <summary>It failed before there was anything of it.</summary>
    public static bool IsLost(RunView run, AudioRendition rendition) =>
        ItemsOf(run, rendition.Name).All(item => item.HasEnded && item.Outputs.All(output => output.Rendition != rendition.Name || output.Segments.Count == 0))
        && ItemsOf(run, rendition.Name).Any(item => item.State == ItemState.Failed && !item.IsInParts && item.Spec.Kind == WorkItemKind.Audio);

    private static IEnumerable<ItemView> ItemsOf(RunView run, string rendition) => run.Items.Where(item =>
        item.Spec.Kind is WorkItemKind.Audio or WorkItemKind.HeadStart && item.Spec.Renditions.Contains(rendition));
}
