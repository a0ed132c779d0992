using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Hls;

namespace StreamPlatform.Media.Packaging.Dash;

/// <summary>Lists a presentation's tracks as adaptation sets: one for the pictures, one for each sound track and number of channels, one for each text track.</summary>
internal sealed class DashSetBuilder(Presentation presentation, Func<string, string> uri)
{
    public IEnumerable<DashAdaptationSet> Sets()
    {
        if (presentation.Video.Count > 0)
            yield return new DashAdaptationSet("video", null, [.. presentation.Video.Select(Picture)]);
        var main = presentation.Audio.FirstOrDefault(track => track.IsDefault) ?? presentation.Audio.FirstOrDefault(track => track.Role == AudioRole.Main);
        foreach (var set in presentation.Audio.GroupBy(track => (track.Language, track.Role, Label: track.Label ?? track.Name, track.Channels)))
        {
            yield return new DashAdaptationSet("audio", set.Key.Language, [.. set.Select(Sound)])
            {
                // Players that know tracks by their labels alone would take 5.1 for another rate of stereo.
                Label = set.First() is { Label: { } label, Channels: > 2 } ? $"{label} 5.1" : set.First().Label,
                Role = RoleOf(set.First(), main),
                Accessibility = set.Key.Role == AudioRole.Description ? DashAdaptationSet.VisuallyImpaired : null,
            };
        }

        foreach (var text in presentation.Text)
            yield return Text(text);
        if (presentation.Video.Count > 0 && presentation.KeyFrames.Count > 0)
            yield return TrickPlayWriter.AdaptationSet(presentation.KeyFrames, mainSet: 0, uri);
    }

    private static string RoleOf(PresentedAudio track, PresentedAudio? main) => track.Role switch
    {
        AudioRole.Commentary => "commentary",
        AudioRole.Description => "description",
        _ => main is null || (track.Language == main.Language && track.Label == main.Label) ? "main" : "alternate",
    };

    private DashRepresentation Picture(PresentedVideo track) => Represent(track) with
    {
        Width = track.Width,
        Height = track.Height,
        FrameRate = track.FrameRate.Denominator == 1 ? HlsNumber.Write(track.FrameRate.Numerator) : track.FrameRate.ToString(),
    };

    private DashRepresentation Sound(PresentedAudio track) => Represent(track) with { SampleRate = track.SampleRate, Channels = track.Channels };

    private DashRepresentation Represent(PresentedTrack track) => new(
        track.Name,
        track.Codecs,
        track.PeakBitrate,
        track.Timescale,
        track.Segments.Count > 0 ? uri(track.Segments[0].InitName) : "",
        [.. track.Segments.Select(segment => new DashSegment(uri(segment.Name), segment.Start, segment.Duration))]);

    /// <summary>WebVTT beside the segments, whole (ISO/IEC 23009-1, 5.3.9.2: a BaseURL and no index).</summary>
    private DashAdaptationSet Text(PresentedText track)
    {
        var bandwidth = (long)Math.Max(1, track.Bytes * 8 / Math.Max(presentation.DurationSeconds, 1));
        return new DashAdaptationSet(
            DashAdaptationSet.TextContent, track.Language, [new DashRepresentation(track.Name, null, bandwidth, 1, "", []) { BaseUri = uri(track.BlobName) }])
        {
            Label = track.Label,
            Role = track.Kind switch
            {
                TextKind.Captions => "caption",
                TextKind.Descriptions => "description",
                TextKind.Forced => "forced-subtitle",
                _ => "subtitle",
            },
        };
    }
}
