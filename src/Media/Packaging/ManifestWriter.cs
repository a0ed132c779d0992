using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Dash;
using StreamPlatform.Media.Packaging.Hls;

namespace StreamPlatform.Media.Packaging;

/// <summary>Turns a presentation into HLS playlists (RFC 8216bis) and an MPD (ISO/IEC 23009-1).</summary>
internal sealed class ManifestWriter : IManifestWriter
{
    /// <summary>EXT-X-MAP in playlists of whole segments needs 6; fragmented MP4 came with 7.</summary>
    private const int HlsVersion = 7;

    private const string AudioGroup = "audio";

    public string HlsMultivariant(Presentation presentation, Func<string, string> playlistUri)
    {
        var audio = presentation.Audio;
        // A single track without video is its own variant and needs no group.
        var grouped = presentation.Video.Count > 0 ? audio : audio.Count > 1 ? audio : [];
        var renditions = grouped.Select((track, i) => new HlsRendition(
            "AUDIO", AudioGroup, track.Name, track.Language == "und" ? null : track.Language, i == 0, HlsNumber.Write(track.Channels), playlistUri(track.Name)));
        var (peak, average) = (grouped.Select(t => t.PeakBitrate).DefaultIfEmpty().Max(), grouped.Select(t => t.AverageBitrate).DefaultIfEmpty().Max());
        var audioCodecs = grouped.Select(track => track.Codecs);
        var group = grouped.Count > 0 ? AudioGroup : null;
        var variants = presentation.Video.Count > 0
            ? presentation.Video.Select(track => new HlsVariant(
                playlistUri(track.Name), track.PeakBitrate + peak, track.AverageBitrate + average, Codecs(audioCodecs.Prepend(track.Codecs)),
                track.Width, track.Height, Round(track.FrameRate), group))
            : audio.Take(1).Select(track => new HlsVariant(
                playlistUri(track.Name), Math.Max(track.PeakBitrate, peak), Math.Max(track.AverageBitrate, average), Codecs(audioCodecs.Prepend(track.Codecs)),
                null, null, null, group));
        return new HlsMultivariantPlaylist(HlsVersion, true, [.. renditions], [.. variants])
        {
            IFrameVariants = [.. presentation.KeyFrames.Select(track => TrickPlayWriter.Variant(track, playlistUri))],
        }.Write();
    }

    public string? HlsMedia(Presentation presentation, string track, Func<string, string> uri)
    {
        if (presentation.KeyFrames.FirstOrDefault(candidate => candidate.Name == track) is { } keyFrames)
            return TrickPlayWriter.Playlist(keyFrames, HlsVersion, uri);
        var found = presentation.Video.Concat<PresentedTrack>(presentation.Audio).FirstOrDefault(candidate => candidate.Name == track);
        if (found is null) return null;
        // From boundary to boundary, each rounded: so the rounding of hours of segments never adds up.
        var segments = found.Segments.Select(segment => new HlsSegment(
            Seconds(segment.Start + segment.Duration, found.Timescale) - Seconds(segment.Start, found.Timescale), uri(segment.Name), uri(segment.InitName))).ToList();
        // RFC 8216bis, 4.4.3.1: no EXTINF, rounded to the nearest integer, may exceed it; and it must not change as the playlist grows.
        var longest = segments.Select(segment => segment.Seconds).Append((decimal)presentation.TargetSegmentSeconds).Max();
        return new HlsMediaPlaylist(
            HlsVersion,
            Math.Max(1, (int)decimal.Round(longest, MidpointRounding.AwayFromZero)),
            presentation.Complete ? "VOD" : "EVENT",
            true,
            presentation.Complete ? null : 0,
            segments,
            presentation.Complete).Write();
    }

    public string DashMpd(Presentation presentation, Func<string, string> uri)
    {
        if (!presentation.Complete) throw new ArgumentException("DASH is for complete presentations only.", nameof(presentation));
        var video = presentation.Video.Select(track => Represent(track, uri) with
        {
            Width = track.Width,
            Height = track.Height,
            FrameRate = track.FrameRate.Denominator == 1 ? HlsNumber.Write(track.FrameRate.Numerator) : track.FrameRate.ToString(),
        }).ToList();
        var audio = presentation.Audio.Select(track => new DashAdaptationSet("audio", track.Language, [Represent(track, uri) with
        {
            SampleRate = track.SampleRate,
            Channels = track.Channels,
        }]));
        DashAdaptationSet[] sets = video.Count > 0 ? [new DashAdaptationSet("video", null, video), .. audio] : [.. audio];
        if (video.Count > 0 && presentation.KeyFrames.Count > 0) sets = [.. sets, TrickPlayWriter.AdaptationSet(presentation.KeyFrames, mainSet: 0, uri)];
        return DashWriter.Write(new DashManifest(
            decimal.Round((decimal)presentation.DurationSeconds, 6), decimal.Round((decimal)presentation.TargetSegmentSeconds, 6), sets)
        {
            Tiles = presentation.Storyboard is { } storyboard ? StoryboardWriter.Tiles(storyboard, uri) : null,
        });
    }

    public string? StoryboardVtt(Presentation presentation, Func<string, string> uri) =>
        presentation.Storyboard is { } storyboard ? StoryboardWriter.Vtt(storyboard, presentation.DurationSeconds, uri) : null;

    private static DashRepresentation Represent(PresentedTrack track, Func<string, string> uri) => new(
        track.Name,
        track.Codecs,
        track.PeakBitrate,
        track.Timescale,
        track.Segments.Count > 0 ? uri(track.Segments[0].InitName) : "",
        [.. track.Segments.Select(segment => new DashSegment(uri(segment.Name), segment.Start, segment.Duration))]);

    internal static decimal Seconds(long ticks, int timescale) => decimal.Round((decimal)ticks / timescale, 6);

    private static string Codecs(IEnumerable<string> codecs) => string.Join(',', codecs.Distinct());

    private static decimal Round(Rational rate) => decimal.Round((decimal)rate.Numerator / rate.Denominator, 3);
}
