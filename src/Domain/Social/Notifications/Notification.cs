namespace StreamPlatform.Domain.Social.Notifications;

/// <summary>Something a person is told of, once: its ID is made of what happened and who is told.</summary>
/// <param name="ActorId">Who did it; null of a new video.</param>
/// <param name="CommentId">Null of a new video.</param>
/// <param name="ChannelId">Of a new video.</param>
public sealed record Notification(
    int SchemaVersion, string PersonId, string Id, NotificationKind Kind, string AssetId, string? ActorId, string? CommentId, string? ChannelId, DateTimeOffset CreatedAt, bool Read = false)
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "notice";

    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public static string IdOf(NotificationKind kind, string of, string personId) => OpaqueId.From(IdPrefix, $"{kind}/{of}/{personId}");
}
