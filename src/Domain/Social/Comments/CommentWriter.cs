using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What authors do with their comments.</summary>
public sealed class CommentWriter(CommentStore store, IDocuments documents, IHandles handles, ISpamScore spam, TimeProvider clock)
{
    /// <summary>From this score on a comment is looked at before it is seen.</summary>
    public const double SuspectFrom = 0.8;

    /// <param name="requestId">The same for a request that is repeated: it is said once.</param>
    public async Task<Result<Stored<Comment>>> PostAsync(SeenVideo video, Person author, NewComment wanted, string? requestId, CancellationToken ct)
    {
        var text = CommentText.Check(wanted.Text);
        if (!text.Succeeded)
        {
            return text.Error!;
        }

        var thread = await ThreadOfAsync(video, wanted.ParentId, ct);
        if (!thread.Succeeded)
        {
            return thread.Error!;
        }

        var now = clock.GetUtcNow();
        var comment = await PreparedAsync(
            new Comment
            {
                AssetId = video.Asset.Id,
                Id = requestId is null ? OpaqueId.New(Comment.IdPrefix) : OpaqueId.From(Comment.IdPrefix, requestId),
                ParentId = thread.Value,
                AuthorId = author.Id,
                State = CommentState.Visible,
                CreatedAt = now,
            },
            text.Value,
            ct);
        var suspect = await IsSuspectAsync(comment, ct);
        await documents.WriteAsync(CommentDocuments.OwnComments.Put(new OwnComment(OwnComment.CurrentSchemaVersion, author.Id, comment.AssetId, comment.Id, now)), ct);
        return await store.WriteAsync(
            comment.AssetId,
            comment.Id,
            comment.ParentId,
            read => read.Comment is { } there ? there.Value
                : read.Mode == CommentMode.Off && !Decides(video, author) ? CommentErrors.Off()
                : comment.ParentId is not null && read.Parent is not { Value.State: CommentState.Visible } ? CommentErrors.NotFound()
                : comment with { State = MustBeHeld(read.Mode, suspect, video, author) ? CommentState.Held : CommentState.Visible },
            ct);
    }

    /// <param name="ifMatch">The ETag the author read; null to write over whatever is there.</param>
    public async Task<Result<Stored<Comment>>> EditAsync(SeenVideo video, Person author, string commentId, string? text, string? ifMatch, CancellationToken ct)
    {
        var read = await store.ReadAsync(video.Asset.Id, commentId, null, ct);
        if (Refuse(read, video, author) is { } refused)
        {
            return refused;
        }

        var parsed = CommentText.Check(text);
        if (!parsed.Succeeded)
        {
            return parsed.Error!;
        }

        var prepared = await PreparedAsync(read.Comment!.Value, parsed.Value, ct);
        var suspect = await IsSuspectAsync(prepared, ct);
        return await store.WriteAsync(
            video.Asset.Id,
            commentId,
            null,
            now => Refuse(now, video, author) is { } wrong ? wrong
                : ifMatch is not null && ifMatch != now.Comment!.ETag ? CommentErrors.Changed()
                : Edited(now.Comment!.Value, prepared, MustBeHeld(now.Mode, suspect, video, author)),
            ct,
            (now, _) => [EditOf(now.Comment!.Value, now.Comment.Value.Edits, now.Comment.Value.Text)]);
    }

    /// <summary>Takes a comment back, with all that it said before; may be repeated.</summary>
    public async Task<Result<Done>> DeleteAsync(SeenVideo video, Person author, string commentId, CancellationToken ct)
    {
        var deleted = await store.WriteAsync(
            video.Asset.Id,
            commentId,
            null,
            read => Refuse(read, video, author) is { } refused ? refused
                : read.Comment!.Value is { State: CommentState.Deleted } gone ? gone
                : read.Comment.Value with { State = CommentState.Deleted, Text = null, Mentions = [] },
            ct,
            (read, _) => WithoutEdits(read.Comment!.Value));
        return deleted.Succeeded ? default(Done) : deleted.Error!;
    }

    /// <summary>Writes over what a comment said before.</summary>
    internal static IEnumerable<DocumentWrite> WithoutEdits(Comment comment) =>
        Enumerable.Range(0, Math.Min(comment.Edits, CommentEdit.Kept)).Select(slot => EditOf(comment, slot, null));

    /// <summary>May decide on what others say of the video.</summary>
    internal static bool Decides(SeenVideo video, Person? person) => video.IsOwner || person?.IsModerator == true;

    /// <summary>Why the person may not do what is for the comment's author; null when they are.</summary>
    private static Error? Refuse(CommentRead read, SeenVideo video, Person person) =>
        read.Comment is not { Value: var comment } || !IsSeenBy(comment, video, person) ? CommentErrors.NotFound()
        : comment.AuthorId != person.Id ? CommentErrors.NotYours()
        : null;

    /// <summary>Whether a comment is there for somebody who sees the video.</summary>
    internal static bool IsSeenBy(Comment comment, SeenVideo video, Person? person) =>
        comment.State is CommentState.Visible or CommentState.Deleted || comment.AuthorId == person?.Id || Decides(video, person);

    private Result<Comment> Edited(Comment old, Comment prepared, bool mustBeHeld) =>
        old.Text == prepared.Text ? old
        : old.State is not (CommentState.Visible or CommentState.Held) ? CommentErrors.WrongState(old.State)
        : old with
        {
            Text = prepared.Text,
            Mentions = prepared.Mentions,
            EditedAt = clock.GetUtcNow(),
            Edits = old.Edits + 1,
            State = mustBeHeld ? CommentState.Held : old.State,
        };

    private static bool MustBeHeld(CommentMode mode, bool suspect, SeenVideo video, Person author) => (mode != CommentMode.On || suspect) && !Decides(video, author);

    private async Task<bool> IsSuspectAsync(Comment comment, CancellationToken ct) => await spam.ScoreAsync(comment, ct) >= SuspectFrom;

    private static DocumentWrite EditOf(Comment comment, int number, string? text) => CommentDocuments.Edits.Put(new CommentEdit(
        CommentEdit.CurrentSchemaVersion, comment.AssetId, comment.Id, number % CommentEdit.Kept, text, comment.EditedAt ?? comment.CreatedAt));

    private async Task<Comment> PreparedAsync(Comment comment, string text, CancellationToken ct)
    {
        var mentions = new List<Mention>();
        foreach (var (range, name) in CommentText.NamesIn(text))
        {
            if (await handles.FindAsync(name, ct) is { } personId)
                mentions.Add(new Mention(range.Start, range.Length, personId));
        }

        return comment with { Text = text, Mentions = mentions };
    }

    /// <summary>The thread that a reply to <paramref name="parentId"/> belongs to; null of what begins one.</summary>
    private async Task<Result<string?>> ThreadOfAsync(SeenVideo video, string? parentId, CancellationToken ct) =>
        parentId is null ? (string?)null
        : OpaqueId.IsValid(parentId, Comment.IdPrefix) && await documents.FindAsync(CommentDocuments.Comments, new DocumentKey(video.Asset.Id, parentId), ct) is { Value: { State: CommentState.Visible } parent }
            ? parent.ParentId ?? parent.Id
            : CommentErrors.NotFound();
}
