using StreamPlatform.Domain.Playback;
using StreamPlatform.Media.Packaging.Dash;
using StreamPlatform.Media.Packaging.Hls;
using StreamPlatform.Media.Text;

namespace StreamPlatform.Media.Packaging;

/// <summary>Turns a presentation into HLS playlists (RFC 8216bis) and an MPD (ISO/IEC 23009-1).</summary>
internal sealed class ManifestWriter : IManifestWriter
{
    /// <summary>EXT-X-MAP in playlists of whole segments needs 6; fragmented MP4 came with 7.</summary>
    private const int HlsVersion = 7;

    public string HlsMultivariant(Presentation presentation, Func<string, string> playlistUri)
    {
        var builder = new HlsMultivariantBuilder(presentation, playlistUri);
        return new HlsMultivariantPlaylist(HlsVersion, true, [.. builder.Renditions()], [.. builder.Variants()])
        {
            IFrameVariants = [.. presentation.KeyFrames.Select(track => TrickPlayWriter.Variant(track, playlistUri))],
        }.Write();
    }

    public string? HlsMedia(Presentation presentation, string track, Func<string, string> uri)
    {
        if (presentation.Text.FirstOrDefault(candidate => candidate.Name == track) is { } text) return HlsText(presentation, text, uri);
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
            Whole(longest),
            presentation.Complete ? "VOD" : "EVENT",
            true,
            presentation.Complete ? null : 0,
            segments,
            presentation.Complete).Write();
    }

    public string DashMpd(Presentation presentation, Func<string, string> uri)
    {
        if (!presentation.Complete) throw new ArgumentException("DASH is for complete presentations only.", nameof(presentation));
        return DashWriter.Write(new DashManifest(
            decimal.Round((decimal)presentation.DurationSeconds, 6),
            decimal.Round((decimal)presentation.TargetSegmentSeconds, 6),
            [.. new DashSetBuilder(presentation, uri).Sets()])
        {
            Tiles = presentation.Storyboard is { } storyboard ? StoryboardWriter.Tiles(storyboard, uri) : null,
        });
    }

    public string? StoryboardVtt(Presentation presentation, Func<string, string> uri) =>
        presentation.Storyboard is { } storyboard ? StoryboardWriter.Vtt(storyboard, presentation.DurationSeconds, uri) : null;

    public string? ChaptersVtt(Presentation presentation) => presentation.Chapters.Count == 0 ? null : new WebVttDocument([.. presentation.Chapters.Select(chapter =>
        new WebVttCue(Milliseconds(chapter.StartSeconds), Math.Max(Milliseconds(chapter.EndSeconds), Milliseconds(chapter.StartSeconds) + 1), WebVttCue.Escape(chapter.Title)))]).ToString();

    /// <summary>
    /// All of a text track is one segment: an hour of subtitles is smaller than a segment of video, players load it once,
    /// and a replaced track is one file. Whole also while pictures are still being added.
    /// </summary>
    private static string HlsText(Presentation presentation, PresentedText text, Func<string, string> uri)
    {
        var seconds = decimal.Round((decimal)Math.Max(presentation.DurationSeconds, 0.001), 6);
        return new HlsMediaPlaylist(HlsVersion, Whole(seconds), "VOD", false, null, [new HlsSegment(seconds, uri(text.BlobName), null)], true).Write();
    }

    private static long Milliseconds(double seconds) => (long)Math.Round(seconds * 1000);

    private static int Whole(decimal seconds) => Math.Max(1, (int)decimal.Round(seconds, MidpointRounding.AwayFromZero));

    internal static decimal Seconds(long ticks, int timescale) => decimal.Round((decimal)ticks / timescale, 6);
}
