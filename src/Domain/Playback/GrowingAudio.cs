using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Watching;

namespace StreamPlatform.Domain.Playback;

/// <summary>An audio rendition while it grows: one item makes all of it.</summary>
internal static class GrowingAudio
{
    public static (PresentedAudio Track, bool Complete)? Build(RunView run, RunPaths paths, AudioRendition rendition)
    {
        var item = run.Items.FirstOrDefault(view =>
            view.Spec.Kind == WorkItemKind.Audio && view.Spec.Renditions.Contains(rendition.Name));
        var output = item?.Outputs.FirstOrDefault(made => made.Rendition == rendition.Name);
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
        return (track, item!.State == ItemState.Done);
    }
}
