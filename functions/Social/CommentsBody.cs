using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Functions.Catalog;

namespace StreamPlatform.Functions.Social;

/// <summary>A page of what is said of a video.</summary>
/// <param name="Mode">What becomes of what is said.</param>
/// <param name="Count">Comments and replies that everybody sees.</param>
/// <param name="Pinned">Shown before all; on the first page alone, and among the items of none.</param>
/// <param name="Cursor">Absent on the last page.</param>
public sealed record CommentsBody(CommentMode Mode, long Count, CommentBody? Pinned, IReadOnlyList<CommentBody> Items, string? Cursor)
{
    public static CommentsBody From(CommentPage page, SeenVideo video, Person? person, PublicLinks links) => new(
        page.Section.Mode,
        page.Section.Count,
        page.Pinned is null ? null : CommentBody.From(page.Pinned, video, person, links),
        [.. page.Items.Select(shown => CommentBody.From(shown, video, person, links))],
        page.Cursor);
}
