namespace StreamPlatform.Domain.Social.Notifications;

/// <summary>What can be refused about notifications.</summary>
public static class NotificationErrors
{
    /// <summary>There is no such notification of the caller's; they are kept for 90 days.</summary>
    public static Error NotFound() => new("notification.not_found", 404, "There is no such notification; they are kept for 90 days.");
}
