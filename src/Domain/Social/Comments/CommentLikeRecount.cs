using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Compares how a comment stands with the tally of its likes, of which it has a copy.</summary>
public sealed class CommentLikeRecount(IDocuments documents, CommentLikes likes) : ICopiedCounts
{
    public string Space => MarkSpaces.CommentLikes;

    public async Task<IReadOnlyList<Drift>?> CheckAsync(string id, CancellationToken ct)
    {
        var (assetId, commentId) = (id[..id.IndexOf('/', StringComparison.Ordinal)], id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        var before = await documents.FindAsync(CommentDocuments.Standings, new DocumentKey(assetId, commentId), ct);
        var after = await likes.CopyAsync(assetId, commentId, ct);
        return before is null || !after.Succeeded || before.Value.Likes == after.Value.Likes ? [] : [new Drift(id, "likes", before.Value.Likes, after.Value.Likes)];
    }
}
