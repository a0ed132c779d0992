using StreamPlatform.Domain.Playback;
using StreamPlatform.Media.Packaging.Dash;
using StreamPlatform.Media.Packaging.Hls;

namespace StreamPlatform.Media.Packaging;

/// <summary>Lists key frames: one by one by their byte ranges in HLS, blob by blob in DASH.</summary>
internal static class TrickPlayWriter
{
    public static HlsIFrameVariant Variant(PresentedKeyFrames track, Func<string, string> playlistUri) =>
        new(playlistUri(track.Name), track.PeakBitrate, track.AverageBitrate, track.Codecs, track.Width, track.Height);

    /// <summary>EXT-X-I-FRAMES-ONLY (RFC 8216bis, 4.4.3.6).</summary>
    public static string Playlist(PresentedKeyFrames track, int version, Func<string, string> uri)
    {
        var map = uri(track.InitName);
        var segments = track.Blobs.SelectMany(blob => Segments(track, blob, uri(blob.Name), map)).ToList();
        var target = Math.Max(1, (int)decimal.Round(segments.Max(segment => segment.Seconds), MidpointRounding.AwayFromZero));
        return new HlsMediaPlaylist(version, target, "VOD", true, null, segments, true) { IFramesOnly = true }.Write();
    }

    /// <summary>A set beside the one a player plays at normal speed (DASH-IF IOP 4.3, 3.2.9).</summary>
    public static DashAdaptationSet AdaptationSet(IReadOnlyList<PresentedKeyFrames> tracks, int mainSet, Func<string, string> uri) =>
        new("video", null, [.. tracks.Select(track => Represent(track, uri))]) { TrickModeOf = mainSet };

    private static DashRepresentation Represent(PresentedKeyFrames track, Func<string, string> uri) => new(
        track.Name,
        track.Codecs,
        track.PeakBitrate,
        track.Timescale,
        uri(track.InitName),
        [.. track.Blobs.Select(blob => new DashSegment(uri(blob.Name), blob.Start, blob.Frames.Sum(frame => frame.Duration)))],
        track.Width,
        track.Height)
    {
        // A decoder that does 30 pictures a second shows GOPs of two seconds sixty times as fast.
        MaxPlayoutRate = (int)Math.Max(1, 30 * track.Blobs[0].Frames[0].Duration / track.Timescale),
    };

    private static IEnumerable<HlsSegment> Segments(PresentedKeyFrames track, PresentedKeyFrameBlob blob, string uri, string map)
    {
        var start = blob.Start;
        foreach (var frame in blob.Frames)
        {
            var end = start + frame.Duration;
            yield return new HlsSegment(ManifestWriter.Seconds(end, track.Timescale) - ManifestWriter.Seconds(start, track.Timescale), uri, map, new HlsByteRange(frame.Bytes, frame.Offset));
            start = end;
        }
    }
}
