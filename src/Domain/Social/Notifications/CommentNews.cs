using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Notifications;

/// <summary>Who is to hear of a comment: once it is seen, each of them once, of whatever concerns them most.</summary>
public sealed class CommentNews(Notices notices, IDocuments documents, TimeProvider clock)
{
    /// <summary>May be repeated.</summary>
    public async Task TellAsync(SeenVideo video, Comment comment, CancellationToken ct)
    {
        if (comment.State != CommentState.Visible)
        {
            return;
        }

        var told = new HashSet<string> { comment.AuthorId };
        if (comment.ParentId is { } thread && await documents.FindAsync(CommentDocuments.Comments, new DocumentKey(comment.AssetId, thread), ct) is { Value: var parent } && told.Add(parent.AuthorId))
        {
            await TellAsync(parent.AuthorId, NotificationKind.Reply, comment, ct);
        }

        foreach (var mention in comment.Mentions.Where(mention => told.Add(mention.PersonId)))
        {
            await TellAsync(mention.PersonId, NotificationKind.Mention, comment, ct);
        }

        if (told.Add(video.Asset.OwnerId))
        {
            await TellAsync(video.Asset.OwnerId, NotificationKind.Comment, comment, ct);
        }
    }

    /// <summary>Tells the author of a heart; may be repeated.</summary>
    public Task TellOfHeartAsync(SeenVideo video, Comment comment, CancellationToken ct) =>
        comment.AuthorId == video.Asset.OwnerId ? Task.CompletedTask : TellAsync(comment.AuthorId, NotificationKind.Heart, comment with { AuthorId = video.Asset.OwnerId }, ct);

    private Task TellAsync(string personId, NotificationKind kind, Comment comment, CancellationToken ct) => notices.TellAsync(
        new Notification(
            Notification.CurrentSchemaVersion, personId, Notification.IdOf(kind, comment.Id, personId), kind, comment.AssetId, comment.AuthorId, comment.Id, null, clock.GetUtcNow()),
        ct);
}
