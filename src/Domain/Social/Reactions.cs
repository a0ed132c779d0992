using StreamPlatform.Domain.Social.Marking;

namespace StreamPlatform.Domain.Social;

/// <summary>Likes and dislikes of videos: one each, changed and taken back at will.</summary>
public sealed class Reactions(Marks marks, Tallies tallies)
{
    internal const string Like = "like", Dislike = "dislike";

    /// <param name="kind">Null to take it back.</param>
    public async Task<Result<VideoReactions>> SetAsync(string assetId, Person person, ReactionKind? kind, CancellationToken ct)
    {
        var set = await marks.SetAsync(SubjectOf(assetId), person.Id, kind switch { ReactionKind.Like => Like, ReactionKind.Dislike => Dislike, _ => null }, ct);
        return set.Succeeded ? await GetAsync(assetId, person, ct) : set.Error!;
    }

    /// <param name="person">Null for nobody.</param>
    public async Task<VideoReactions> GetAsync(string assetId, Person? person, CancellationToken ct)
    {
        var mine = person is null ? null : await marks.FindAsync(SubjectOf(assetId), person.Id, ct);
        var counts = await tallies.CountAsync(SubjectOf(assetId), ct);
        return new VideoReactions(mine switch { Like => ReactionKind.Like, Dislike => ReactionKind.Dislike, _ => null }, counts[Like], counts[Dislike]);
    }

    /// <summary>What a person liked and disliked, the latest first.</summary>
    public async Task<IReadOnlyList<OwnReaction>> ListLatestAsync(Person person, int limit, CancellationToken ct) =>
    [
        .. (await marks.ListOwnAsync(person.Id, MarkSpaces.Reactions, new PageRequest(null, limit), ct)).Items
            .Select(mark => new OwnReaction(mark.SubjectId, mark.Value == Like ? ReactionKind.Like : ReactionKind.Dislike, mark.At)),
    ];

    private static MarkSubject SubjectOf(string assetId) => new(MarkSpaces.Reactions, assetId);
}
