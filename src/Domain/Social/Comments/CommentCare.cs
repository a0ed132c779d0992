using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What a video's owner, and moderators, do with the comments on it.</summary>
public sealed class CommentCare(CommentStore store)
{
    public async Task<Result<Stored<Comment>>> DecideAsync(SeenVideo video, Person person, string commentId, CommentDecision wanted, CancellationToken ct)
    {
        if (!CommentWriter.Decides(video, person) || (wanted.Hearted is not null && !video.IsOwner))
        {
            return CommentErrors.NotYours();
        }

        var decided = await store.WriteAsync(video.Asset.Id, commentId, null, read => Decide(read, wanted.State), ct);
        if (decided.Succeeded && wanted.Hearted is { } hearted)
        {
            await store.WriteAsync(video.Asset.Id, commentId, standing => Task.FromResult(standing with { Hearted = hearted }), ct);
        }

        if (decided.Succeeded && wanted.Pinned is { } pinned)
        {
            var pin = await PinAsync(video, decided.Value.Value, pinned, ct);
            return pin.Succeeded ? decided : pin.Error!;
        }

        return decided;
    }

    public Task<Result<CommentSection>> SetModeAsync(SeenVideo video, Person person, CommentMode mode, CancellationToken ct) =>
        CommentWriter.Decides(video, person)
            ? store.WriteAsync(video.Asset.Id, section => section with { Mode = mode }, ct)
            : Task.FromResult<Result<CommentSection>>(CommentErrors.NotYours());

    private static Result<Comment> Decide(CommentRead read, CommentState? wanted) =>
        read.Comment is not { Value: var comment } ? CommentErrors.NotFound()
        : wanted is not { } state || state == comment.State ? comment
        : state == CommentState.Deleted ? CommentErrors.NotYours()
        : CommentTransitions.Next(comment.State, CommentTransitions.EventTo(state)) is { } next ? comment with { State = next }
        : CommentErrors.WrongState(comment.State);

    /// <summary>A comment that is hidden meanwhile is hidden by whoever pins it later too: listings look at its state.</summary>
    private Task<Result<CommentSection>> PinAsync(SeenVideo video, Comment comment, bool pinned, CancellationToken ct) =>
        pinned && (comment.State != CommentState.Visible || comment.ParentId is not null)
            ? Task.FromResult<Result<CommentSection>>(CommentErrors.WrongState(comment.State))
            : store.WriteAsync(
                video.Asset.Id,
                section => pinned ? section with { PinnedId = comment.Id } : section.PinnedId == comment.Id ? section with { PinnedId = null } : section,
                ct);
}
