using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Likes of comments: marks as those of videos are. How a comment stands is a copy of their count, by which it is ranked.</summary>
public sealed class CommentLikes(Marks marks, Tallies tallies, CommentStore store, IDocuments documents)
{
    private const string Like = "like";

    public async Task<Result<CommentStanding>> SetAsync(SeenVideo video, Person person, string commentId, bool liked, CancellationToken ct)
    {
        var assetId = video.Asset.Id;
        if (await documents.FindAsync(CommentDocuments.Comments, new DocumentKey(assetId, commentId), ct) is not { Value.State: CommentState.Visible })
        {
            return CommentErrors.NotFound();
        }

        var set = await marks.SetAsync(SubjectOf(assetId, commentId), person.Id, liked ? Like : null, ct);
        return set.Succeeded ? await CopyAsync(assetId, commentId, ct) : set.Error!;
    }

    /// <summary>Those of a page of comments that the person likes.</summary>
    public async Task<IReadOnlySet<string>> LikedAsync(Person person, string assetId, IReadOnlyList<string> commentIds, CancellationToken ct)
    {
        var own = await documents.FindManyAsync(MarkDocuments.OwnMarks, [.. commentIds.Select(id => MarkDocuments.KeyOf(person.Id, SubjectOf(assetId, id)))], ct);
        return own.Where(mark => mark.Value is not null).Select(mark => mark.SubjectId[(assetId.Length + 1)..]).ToHashSet();
    }

    /// <summary>Writes what the tally says by now: it is read after the standing, so that whoever writes last has read it last.</summary>
    internal Task<Result<CommentStanding>> CopyAsync(string assetId, string commentId, CancellationToken ct) =>
        store.WriteAsync(assetId, commentId, async standing => standing with { Likes = (await tallies.CountNowAsync(SubjectOf(assetId, commentId), ct))[Like] }, ct);

    private static MarkSubject SubjectOf(string assetId, string commentId) => new(MarkSpaces.CommentLikes, $"{assetId}/{commentId}");
}
