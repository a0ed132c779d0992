using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Functions.Catalog;

/// <summary>Where anybody finds what is public. None of these addresses expires, so that others may keep them.</summary>
public sealed class PublicLinks(PlaybackOptions options)
{
    private const int MaxUrl = 2000;

    public string Base => options.PublicUrl;

    public string WatchOf(string playbackId) => $"{Base}/watch/{playbackId}";

    public string EmbedOf(string playbackId) => $"{Base}/embed/{playbackId}";

    /// <summary>Leads to the picture's own address.</summary>
    public string PosterOf(string playbackId) => $"{Base}/api/playback/{playbackId}/poster";

    public string PlaylistOf(string playbackId) => $"{Base}/api/playback/{playbackId}.m3u8";

    public string FeedOf(Channel channel, string format) => $"{Base}/api/channels/{channel.Id}/feeds/{format}";

    /// <summary>Leads to the file's own address.</summary>
    public string EpisodeOf(string playbackId, string file) => $"{Base}/api/playback/{playbackId}/episodes/{file}";

    /// <summary>Leads to the picture's own address; another one for another picture. Null of somebody without one.</summary>
    public string? AvatarOf(Profile profile) => profile.Avatar is { } avatar ? $"{Base}/api/people/{profile.PersonId}/avatar?v={avatar[..8]}" : null;

    /// <summary>Of which video an address here is the page, or the page that is framed; null of any other address.</summary>
    public string? PlaybackIdOf(string url) =>
        url.Length <= MaxUrl && Uri.TryCreate(url, UriKind.Absolute, out var page)
        && Uri.Compare(page, new Uri(Base), UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
        && page.UserInfo.Length == 0 && page.Segments is ["/", "watch/" or "embed/", var id]
            ? id
            : null;

    public string? PosterOf(PublicVideo video) => video.Asset.Pictures?.Poster is null ? null : PosterOf(video.PlaybackId);

    public PublicVideoBody BodyOf(PublicVideo video) => new(
        video.PlaybackId,
        video.Asset.Title,
        video.Asset.Metadata.Description,
        video.Asset.Metadata.Category,
        video.Asset.DurationSeconds,
        video.ListedAt,
        WatchOf(video.PlaybackId),
        PosterOf(video));
}
