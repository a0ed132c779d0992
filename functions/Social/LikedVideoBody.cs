using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Social;

/// <summary>A video that somebody likes.</summary>
public sealed record LikedVideoBody(string PlaybackId, string Title, double? DurationSeconds, DateTimeOffset At)
{
    public static PageBody<LikedVideoBody> PageOf(Domain.Catalog.Page<LikedVideo> page) =>
        new([.. page.Items.Select(liked => new LikedVideoBody(liked.PlaybackId, liked.Asset.Title, liked.Asset.DurationSeconds, liked.At))], page.Cursor);
}

/// <summary>A channel that somebody subscribes to.</summary>
public sealed record FollowedChannelBody(string ChannelId, DateTimeOffset At);
