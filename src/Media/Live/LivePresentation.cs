using StreamPlatform.Media.Packaging.Hls;

namespace StreamPlatform.Media.Live;

/// <summary>Everything of a broadcast that can be watched.</summary>
/// <param name="startsAt">The wall clock at the start of the timeline: EXT-X-PROGRAM-DATE-TIME.</param>
public sealed class LivePresentation(LiveGrid grid, IReadOnlyList<LiveTrackSpec> tracks, DateTimeOffset startsAt)
{
    private const string AudioGroup = "audio";

    private readonly IReadOnlyList<LiveTrack> _tracks = [.. tracks.Select(track => new LiveTrack(track))];

    public LiveGrid Grid => grid;

    public IReadOnlyList<LiveTrack> Tracks => _tracks;

    /// <summary>There is a complete segment of every track, so that a player finds something in each.</summary>
    public bool CanBeShown => _tracks.All(track => track.Header is not null && track.Window.Segments is [{ IsComplete: true }, ..]);

    public LiveTrack? Find(string name) => _tracks.FirstOrDefault(track => track.Spec.Name == name);

    /// <summary>The playlist of a track, whose <paramref name="window"/> it is.</summary>
    /// <param name="skips">As a delta update, where there is enough to skip.</param>
    public string Playlist(LiveTrack track, LiveWindow window, bool skips) => new LivePlaylist(grid, startsAt, track, window).Write(
        skips, [.. _tracks.Where(other => other != track && other.Spec.IsVideo == track.Spec.IsVideo)]);

    /// <summary>The multivariant playlist; URIs are relative to it.</summary>
    /// <exception cref="InvalidOperationException">Not all tracks have begun.</exception>
    public string Multivariant()
    {
        var sounds = Begun(isVideo: false);
        var pictures = Begun(isVideo: true);
        return new HlsMultivariantPlaylist(
            LivePlaylist.Version,
            true,
            [.. sounds.Select((sound, index) => new HlsRendition("AUDIO", AudioGroup, sound.Spec.Name, null, index == 0, HlsNumber.Write(sound.Header.Channels), Uri(sound.Spec)))],
            [.. pictures.Select(picture => new HlsVariant(
                Uri(picture.Spec),
                picture.Spec.PeakBitrate + sounds.Sum(sound => sound.Spec.PeakBitrate),
                null,
                string.Join(',', sounds.Select(sound => sound.Header.Codecs).Prepend(picture.Header.Codecs).Distinct()),
                picture.Header.Width,
                picture.Header.Height,
                decimal.Round((decimal)grid.Video.FrameRate.Numerator / grid.Video.FrameRate.Denominator, 3),
                sounds.Count > 0 ? AudioGroup : null))]).Write();
    }

    private static string Uri(LiveTrackSpec track) => $"{track.Name}/stream.m3u8";

    private List<(LiveTrackSpec Spec, LiveHeader Header)> Begun(bool isVideo) =>
        [.. _tracks.Where(track => track.Spec.IsVideo == isVideo).Select(track => (track.Spec, track.Header ?? throw new InvalidOperationException($"{track.Spec.Name} has not begun.")))];
}
