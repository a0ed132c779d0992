using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Social;

/// <summary>Something that somebody was told of.</summary>
/// <param name="PlaybackId">Of the video that it is about.</param>
/// <param name="Title">The video's.</param>
/// <param name="New">It was neither read nor seen.</param>
public sealed record NotificationBody(
    string Id, NotificationKind Kind, string? PlaybackId, string Title, string? ActorId, string? CommentId, string? ChannelId, DateTimeOffset CreatedAt, bool Read, bool New)
{
    public static NotificationBody From(ShownNotification shown)
    {
        var (notification, ids) = (shown.Notification, shown.Asset.PlaybackIds);
        var id = ids.FirstOrDefault(id => id.Policy == PlaybackPolicy.Public) ?? (ids.Count > 0 ? ids[0] : null);
        return new NotificationBody(
            notification.Id, notification.Kind, id?.Id, shown.Asset.Title, notification.ActorId, notification.CommentId, notification.ChannelId, notification.CreatedAt, notification.Read, shown.IsNew);
    }

    public static PageBody<NotificationBody> PageOf(Domain.Catalog.Page<ShownNotification> page) => new([.. page.Items.Select(From)], page.Cursor);
}

/// <summary>How many are new, 100 at most.</summary>
public sealed record NewNotificationsBody(int Count);

/// <summary>What somebody does not want to be told of.</summary>
public sealed record NotificationPreferencesBody(IReadOnlyList<NotificationKind>? Muted);
