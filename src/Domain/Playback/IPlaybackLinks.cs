using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Playback;

/// <summary>Where an asset's owner finds it: computed when asked, since tokens expire and a growing asset changes by the second.</summary>
public interface IPlaybackLinks
{
    Task<PlaybackLinks> OfAsync(Asset asset, CancellationToken ct);
}

/// <summary>How an asset is played right now, as its owner may see it.</summary>
/// <param name="Playable">A player would get something to play from <paramref name="HlsUrl"/> now.</param>
/// <param name="FirstPlayableAt">When the first video (or, without video, audio) segment was listed; null before.</param>
/// <param name="WatchUrl">The watch page; null when the asset has no playback id any more.</param>
/// <param name="HlsUrl">Multivariant playlist; null while there is nothing to play.</param>
/// <param name="DashUrl">MPD; null until the asset is ready.</param>
/// <param name="PreviewToken">The owner's playback token where one is needed: before the asset is ready, signed policy, or not for everyone everywhere.</param>
public sealed record PlaybackLinks(
    bool Playable,
    DateTimeOffset? FirstPlayableAt,
    string? WatchUrl,
    string? HlsUrl,
    string? DashUrl,
    string? PreviewToken)
{
    /// <summary>Pictures of the published revision.</summary>
    public PictureLinks Pictures { get; init; } = PictureLinks.None;
}
