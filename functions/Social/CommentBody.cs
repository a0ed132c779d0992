using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Social;

/// <summary>A comment, or a reply to one.</summary>
public sealed record CommentBody
{
    public required string Id { get; init; }

    /// <summary>The thread that it replies to; absent of what begins one.</summary>
    public string? ParentId { get; init; }

    /// <summary>Absent once its author took it back.</summary>
    public string? AuthorId { get; init; }

    /// <summary>What its author says of themselves; absent of somebody who says nothing, or is hidden.</summary>
    public AuthorBody? Author { get; init; }

    /// <summary>The video is the author's.</summary>
    public required bool ByOwner { get; init; }

    /// <summary>The caller wrote it.</summary>
    public required bool Mine { get; init; }

    /// <summary>As it was written: plain text, never markup. Absent once its author took it back.</summary>
    public string? Text { get; init; }

    /// <summary>Moments of the video that the text names, within its length.</summary>
    public required IReadOnlyList<TextMoment> Moments { get; init; }

    public required IReadOnlyList<Mention> Mentions { get; init; }
    public required CommentState State { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Absent of what was never edited.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    public required long Likes { get; init; }

    /// <summary>The caller likes it.</summary>
    public required bool Liked { get; init; }

    /// <summary>Replies that everybody sees.</summary>
    public required long Replies { get; init; }

    /// <summary>The video's owner gave it a heart.</summary>
    public required bool Hearted { get; init; }

    public required bool Pinned { get; init; }

    public static CommentBody From(ShownComment shown, SeenVideo video, Person? person, PublicLinks links)
    {
        var (comment, isGone) = (shown.Comment, shown.Comment.State == CommentState.Deleted);
        return new CommentBody
        {
            Id = comment.Id,
            ParentId = comment.ParentId,
            AuthorId = isGone ? null : comment.AuthorId,
            Author = isGone || shown.Author is not { } author ? null : new AuthorBody(author.Handle, author.Name, links.AvatarOf(author)),
            ByOwner = !isGone && comment.AuthorId == video.Asset.OwnerId,
            Mine = comment.AuthorId == person?.Id,
            Text = comment.Text,
            Moments = comment.Text is { } text ? CommentText.MomentsIn(text, video.Asset.DurationSeconds) : [],
            Mentions = comment.Mentions,
            State = comment.State,
            CreatedAt = comment.CreatedAt,
            EditedAt = comment.EditedAt,
            Likes = shown.Standing.Likes,
            Liked = shown.IsLiked,
            Replies = shown.Standing.Replies,
            Hearted = shown.Standing.Hearted,
            Pinned = shown.IsPinned,
        };
    }

    public static PageBody<CommentBody> PageOf(Domain.Catalog.Page<ShownComment> page, SeenVideo video, Person? person, PublicLinks links) =>
        new([.. page.Items.Select(shown => From(shown, video, person, links))], page.Cursor);
}

/// <summary>Who wrote a comment.</summary>
/// <param name="Handle">Without its <c>@</c>.</param>
/// <param name="Avatar">Address of the picture, which takes <c>size</c>.</param>
public sealed record AuthorBody(string? Handle, string? Name, string? Avatar);
