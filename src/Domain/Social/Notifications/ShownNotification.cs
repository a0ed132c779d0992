using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Social.Notifications;

/// <summary>A notification about a video that its reader may see.</summary>
/// <param name="IsNew">It was neither read nor seen.</param>
public sealed record ShownNotification(Notification Notification, Asset Asset, bool IsNew);
