using System.Globalization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>The kinds of documents that comments are; all of an asset's in its partition.</summary>
public static class CommentDocuments
{
    public const string Threads = "threads", Held = "held", Hidden = "hidden", Top = "top";

    public static DocumentKind<Comment> Comments { get; } = new("comment", DocumentContainer.Social, comment => new DocumentKey(comment.AssetId, comment.Id)) { PlaceOf = PlaceOf };

    public static DocumentKind<CommentStanding> Standings { get; } = new("commentStanding", DocumentContainer.Social, standing => new DocumentKey(standing.AssetId, standing.CommentId))
    {
        PlaceOf = standing => standing.IsListed ? new ListPlace(Top, standing.Rank) : null,
    };

    public static DocumentKind<CommentSection> Sections { get; } = new("commentSection", DocumentContainer.Social, section => SectionKey(section.AssetId));

    public static DocumentKind<CommentEdit> Edits { get; } =
        new("commentEdit", DocumentContainer.Social, edit => new DocumentKey(edit.AssetId, string.Create(CultureInfo.InvariantCulture, $"{edit.CommentId}/{edit.Slot}")))
        {
            PlaceOf = edit => edit.Text is null ? null : ListPlace.At(edit.At, edit.CommentId),
        };

    public static DocumentKind<OwnComment> OwnComments { get; } = new("ownComment", DocumentContainer.Social, own => new DocumentKey(own.PersonId, own.CommentId)) { PlaceOf = own => ListPlace.At(own.At) };

    public static DocumentKey SectionKey(string assetId) => new(assetId, CommentSection.Id);

    public static string RepliesTo(string commentId) => $"replies/{commentId}";

    private static ListPlace? PlaceOf(Comment comment) => comment.State switch
    {
        CommentState.Held => ListPlace.At(comment.CreatedAt, Held),
        CommentState.Rejected or CommentState.Removed => ListPlace.At(comment.CreatedAt, Hidden),
        _ when !comment.IsListed => null,
        _ => ListPlace.At(comment.CreatedAt, comment.ParentId is { } thread ? RepliesTo(thread) : Threads),
    };
}
