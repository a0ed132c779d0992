using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What has to be written together when a comment is added or changes: it, and every count that it is in.</summary>
internal static class CommentLedger
{
    /// <summary>The first write is the comment's.</summary>
    public static List<DocumentWrite> WritesOf(CommentRead read, Comment next)
    {
        var old = read.Comment?.Value;
        var standing = read.Standing?.Value ?? new CommentStanding { AssetId = next.AssetId, CommentId = next.Id, CreatedAt = next.CreatedAt };
        if (next is { State: CommentState.Deleted, ParentId: null })
        {
            next = next with { KeepsPlace = standing.Replies > 0 };
        }

        var writes = new List<DocumentWrite> { read.Comment is { } stored ? CommentDocuments.Comments.Replace(next, stored.ETag) : CommentDocuments.Comments.Add(next) };
        var listed = standing with { IsListed = next.ParentId is null && next.IsListed };
        if (read.Standing is not { } stands)
            writes.Add(CommentDocuments.Standings.Add(listed));
        else if (listed != standing)
            writes.Add(CommentDocuments.Standings.Replace(listed, stands.ETag));
        if (next.ParentId is not null)
            AddParent(writes, read, IsSeen(next) - IsSeen(old));
        writes.Add(SectionOf(read, old, next, standing.Replies));
        return writes;
    }

    /// <summary>What a thread that looks so adds to the section's count; of its replies those that everybody sees.</summary>
    public static long CountOf(Comment? thread, long replies) => thread?.State switch
    {
        CommentState.Visible => 1 + replies,
        CommentState.Deleted => replies,
        _ => 0,
    };

    /// <summary>Its replies are seen.</summary>
    public static bool IsOpen(Comment thread) => thread.State is CommentState.Visible or CommentState.Deleted;

    private static int IsSeen(Comment? comment) => comment?.State == CommentState.Visible ? 1 : 0;

    private static int IsHeld(Comment? comment) => comment?.State == CommentState.Held ? 1 : 0;

    private static void AddParent(List<DocumentWrite> writes, CommentRead read, int replies)
    {
        if (replies == 0 || read is not { Parent: { } parent, ParentStanding: { } standing })
        {
            return;
        }

        var count = standing.Value.Replies + replies;
        var thread = parent.Value.State == CommentState.Deleted ? parent.Value with { KeepsPlace = count > 0 } : parent.Value;
        writes.Add(CommentDocuments.Standings.Replace(standing.Value with { Replies = count, IsListed = thread.IsListed }, standing.ETag));
        if (thread != parent.Value)
            writes.Add(CommentDocuments.Comments.Replace(thread, parent.ETag));
    }

    private static DocumentWrite SectionOf(CommentRead read, Comment? old, Comment next, long replies)
    {
        var section = read.Section?.Value ?? new CommentSection { AssetId = read.AssetId };
        var counted = next.ParentId is null ? CountOf(next, replies) - CountOf(old, replies)
            : read.Parent is { } parent && IsOpen(parent.Value) ? IsSeen(next) - IsSeen(old)
            : 0;
        section = section with
        {
            Count = section.Count + counted,
            Held = section.Held + IsHeld(next) - IsHeld(old),
            PinnedId = section.PinnedId == next.Id && next.State != CommentState.Visible ? null : section.PinnedId,
        };
        return read.Section is { } stored ? CommentDocuments.Sections.Replace(section, stored.ETag) : CommentDocuments.Sections.Add(section);
    }
}
