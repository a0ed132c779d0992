using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Social.Marking;

namespace StreamPlatform.Domain.Social;

/// <summary>What somebody likes, and what of it others learn: by default nothing.</summary>
public sealed class LikedVideos(Marks marks, IAssetStore assets, SeenVideos videos, Profiles profiles)
{
    /// <summary>A person's own, the latest first. What they may not see any more, and what they dislike, is left out, so that a page may have fewer than were asked for.</summary>
    public Task<Page<LikedVideo>> ListOwnAsync(Person person, PageRequest page, CancellationToken ct) => ReadAsync(person.Id, person, page, ct);

    /// <summary>Somebody's who lets others see it; of them what the reader may see. Fails with <c>profile.not_found</c>.</summary>
    /// <param name="reader">Null for nobody.</param>
    public async Task<Result<Page<LikedVideo>>> ListAsync(string personId, Person? reader, PageRequest page, CancellationToken ct) =>
        await profiles.FindAsync(personId, ct) is { Succeeded: true, Value: { Privacy.LikesPrivate: false } profile }
            ? await ReadAsync(profile.PersonId, reader, page, ct)
            : ProfileErrors.NotFound();

    private async Task<Page<LikedVideo>> ReadAsync(string personId, Person? reader, PageRequest page, CancellationToken ct)
    {
        var found = await marks.ListOwnAsync(personId, MarkSpaces.Reactions, page, ct);
        OwnMark[] likes = [.. found.Items.Where(mark => mark.Value == Reactions.Like)];
        var there = likes.Length == 0 ? [] : (await assets.FindManyAsync([.. likes.Select(mark => mark.SubjectId)], ct)).ToDictionary(asset => asset.Id);
        var shown = new List<LikedVideo>();
        foreach (var mark in likes)
        {
            if (there.TryGetValue(mark.SubjectId, out var asset) && await videos.MaySeeAsync(reader, asset, ct) && asset.PlaybackIds.FirstOrDefault(id => id.Policy == PlaybackPolicy.Public) is { } id)
                shown.Add(new LikedVideo(asset, id.Id, mark.At));
        }

        return new Page<LikedVideo>(shown, found.Cursor);
    }
}

/// <summary>A video that somebody likes.</summary>
/// <param name="At">Since when.</param>
public sealed record LikedVideo(Asset Asset, string PlaybackId, DateTimeOffset At);
