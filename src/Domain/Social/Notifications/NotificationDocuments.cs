using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Notifications;

/// <summary>The kinds of documents that notifications are; all of a person's in their partition.</summary>
public static class NotificationDocuments
{
    public static DocumentKind<Notification> Notifications { get; } = new("notification", DocumentContainer.Social, notification => new DocumentKey(notification.PersonId, notification.Id))
    {
        PlaceOf = notification => ListPlace.At(notification.CreatedAt),
        ExpiryOf = notification => notification.CreatedAt + Notification.Kept,
    };

    public static DocumentKind<NotificationSettings> Settings { get; } = new("notificationSettings", DocumentContainer.Social, settings => SettingsKey(settings.PersonId));

    public static DocumentKey SettingsKey(string personId) => new(personId, NotificationSettings.DocumentId);
}
