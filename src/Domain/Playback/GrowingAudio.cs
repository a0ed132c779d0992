using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Watching;

namespace StreamPlatform.Domain.Playback;

/// <summary>An audio rendition while it grows: one item makes all of it, and a head start the same segments at its beginning.</summary>
internal static class GrowingAudio
{
    public static (PresentedAudio Track, bool Complete)? Build(RunView run, RunPaths paths, AudioRendition rendition)
    {
        var output = ItemsOf(run, rendition.Name)
            .SelectMany(item => item.Outputs)
            .Where(made => made.Rendition == rendition.Name)
            .MaxBy(made => made.Segments.Count);
        if (output is null or { Segments.Count: 0 })
        {
            return null;
        }

        var segments = GrowingTrack.Present(paths, WorkItemKind.Audio, rendition.Name, output.Segments).ToList();
        var (average, peak) = GrowingTrack.Bitrates(segments, output.Timescale);
        var track = new PresentedAudio
        {
            Name = rendition.Name,
            Codecs = output.Codecs,
            Timescale = output.Timescale,
            AverageBitrate = average,
            PeakBitrate = Math.Max(peak, rendition.Bitrate),
            Segments = segments,
            Channels = rendition.Channels,
            SampleRate = rendition.SampleRate,
            Language = rendition.Language,
        };
        return (track, ItemsOf(run, rendition.Name).Any(item => item is { Spec.Kind: WorkItemKind.Audio, State: ItemState.Done }));
    }

    /// <summary>It failed before there was anything of it.</summary>
    public static bool IsLost(RunView run, AudioRendition rendition) =>
        ItemsOf(run, rendition.Name).All(item => item.HasEnded && item.Outputs.All(output => output.Rendition != rendition.Name || output.Segments.Count == 0))
        && ItemsOf(run, rendition.Name).Any(item => item.State == ItemState.Failed && !item.IsInParts && item.Spec.Kind == WorkItemKind.Audio);

    /// <summary>When its first segment could be read; null before.</summary>
    public static DateTimeOffset? FirstPlayableAt(RunView run, AudioRendition rendition) =>
        ItemsOf(run, rendition.Name).Min(item => item.FirstSegmentAt);

    private static IEnumerable<ItemView> ItemsOf(RunView run, string rendition) => run.Items.Where(item =>
        item.Spec.Kind is WorkItemKind.Audio or WorkItemKind.HeadStart && item.Spec.Renditions.Contains(rendition));
}
