namespace StreamPlatform.Domain.Playback;

/// <summary>Writes manifests from a presentation. <c>uri</c> turns a blob name into what a player fetches.</summary>
public interface IManifestWriter
{
    /// <summary>HLS multivariant playlist (RFC 8216bis); <paramref name="playlistUri"/> turns a track name into its media playlist's URI.</summary>
    string HlsMultivariant(Presentation presentation, Func<string, string> playlistUri);

    /// <summary>HLS media playlist of one track; EVENT without ENDLIST while the presentation grows, VOD after. Null when there is no such track.</summary>
    string? HlsMedia(Presentation presentation, string track, Func<string, string> uri);

    /// <summary>Static DASH MPD (ISO/IEC 23009-1), only for complete presentations.</summary>
    string DashMpd(Presentation presentation, Func<string, string> uri);

    /// <summary>The chapters as a WebVTT file, a cue each; null when there are none.</summary>
    string? ChaptersVtt(Presentation presentation);

    /// <summary>WebVTT of the storyboard, a cue a tile, for seek bars; null when there is no storyboard.</summary>
    string? StoryboardVtt(Presentation presentation, Func<string, string> uri);
}
