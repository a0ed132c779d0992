using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>
/// What is in playlists. Each item is a document of its own, sorted by its rank: who moves one writes that one alone, so that
/// two who work on different items lose nothing of each other's.
/// </summary>
public sealed class PlaylistItems(Playlists playlists, SeenVideos videos, IAssetStore assets, IDocuments documents, TimeProvider clock)
{
    /// <summary>Neighbours that are spread at once.</summary>
    private const int Crowd = DocumentWrite.MostTogether - 2;

    /// <summary>Puts a video into a playlist, once: one that is there stays where it is.</summary>
    /// <param name="after">The item that it is to follow; empty for the start, null for the end.</param>
    public async Task<Result<PlaylistItem>> AddAsync(Person owner, string playlistId, string playbackId, string? after, CancellationToken ct)
    {
        var playlist = await playlists.FindOwnAsync(owner, playlistId, ct);
        var video = playlist.Succeeded ? await videos.FindAsync(owner, playbackId, ct) : playlist.Error!;
        if (!video.Succeeded)
        {
            return video.Error!;
        }

        var item = new PlaylistItem(
            PlaylistItem.CurrentSchemaVersion, playlistId, PlaylistItem.IdOf(video.Value.Asset.Id), video.Value.Asset.Id, playbackId, "", clock.GetUtcNow());
        for (var attempt = 0; attempt < Playlists.Attempts; attempt++)
        {
            if (await documents.FindAsync(PlaylistDocuments.Sizes, PlaylistDocuments.SizeKey(playlistId), ct) is not { } size)
            {
                return PlaylistErrors.NotFound();
            }

            var there = await documents.FindAsync(PlaylistDocuments.Items, new DocumentKey(playlistId, item.Id), ct);
            if (there is { Value: { ExpiresAt: null } found })
            {
                return found;
            }

            if (size.Value.Count >= Playlist.MostItems)
            {
                return PlaylistErrors.Full();
            }

            var place = await PlaceAsync(playlistId, item.Id, after, ct);
            if (!place.Succeeded)
            {
                return place.Error!;
            }

            var placed = item with { Rank = place.Value.Rank };
            var counted = PlaylistDocuments.Sizes.Replace(size.Value with { Count = size.Value.Count + 1 }, size.ETag);
            if (await documents.WriteAsync([there is null ? PlaylistDocuments.Items.Add(placed) : PlaylistDocuments.Items.Replace(placed, there.ETag), counted, .. place.Value.Spread], ct) is not null)
            {
                return placed;
            }
        }

        return SocialErrors.Busy();
    }

    /// <summary>Moves an item; may be repeated.</summary>
    public async Task<Result<PlaylistItem>> MoveAsync(Person owner, string playlistId, string itemId, string? after, CancellationToken ct)
    {
        var playlist = await playlists.FindOwnAsync(owner, playlistId, ct);
        if (!playlist.Succeeded)
        {
            return playlist.Error!;
        }

        for (var attempt = 0; attempt < Playlists.Attempts; attempt++)
        {
            if (await FindAsync(playlistId, itemId, ct) is not { } stored || itemId == after)
            {
                return PlaylistErrors.ItemNotFound();
            }

            var place = await PlaceAsync(playlistId, itemId, after, ct);
            if (!place.Succeeded)
            {
                return place.Error!;
            }

            var moved = stored.Value with { Rank = place.Value.Rank };
            if (await documents.WriteAsync([PlaylistDocuments.Items.Replace(moved, stored.ETag), .. place.Value.Spread], ct) is not null)
            {
                return moved;
            }
        }

        return SocialErrors.Busy();
    }

    /// <summary>Takes an item out; absent is fine.</summary>
    public async Task<Result<Done>> RemoveAsync(Person owner, string playlistId, string itemId, CancellationToken ct)
    {
        var playlist = await playlists.FindOwnAsync(owner, playlistId, ct);
        if (!playlist.Succeeded)
        {
            return playlist.Error!;
        }

        for (var attempt = 0; attempt < Playlists.Attempts; attempt++)
        {
            var size = await documents.FindAsync(PlaylistDocuments.Sizes, PlaylistDocuments.SizeKey(playlistId), ct);
            var item = await FindAsync(playlistId, itemId, ct);
            if (size is null || item is null
                || await documents.WriteAsync([PlaylistDocuments.Items.Delete(item.Value, item.ETag), PlaylistDocuments.Sizes.Replace(size.Value with { Count = size.Value.Count - 1 }, size.ETag)], ct) is not null)
            {
                return default(Done);
            }
        }

        return SocialErrors.Busy();
    }

    /// <summary>Those of a page of items that the person may see, in order: what they may not is left out, and told of by no count.</summary>
    public async Task<Result<Page<ShownItem>>> ListAsync(Person? person, string playlistId, PageRequest page, CancellationToken ct)
    {
        var playlist = await playlists.FindAsync(person, playlistId, ct);
        if (!playlist.Succeeded)
        {
            return playlist.Error!;
        }

        var items = await documents.ListAsync(PlaylistDocuments.Items, playlistId, "", page, ListOrder.Ascending, ct);
        var found = items.Items.Count == 0 ? [] : (await assets.FindManyAsync([.. items.Items.Select(item => item.AssetId)], ct)).ToDictionary(asset => asset.Id);
        var shown = new List<ShownItem>();
        foreach (var item in items.Items)
        {
            if (found.TryGetValue(item.AssetId, out var asset) && asset.PlaybackIds.Any(id => id.Id == item.PlaybackId) && await videos.MaySeeAsync(person, asset, ct))
                shown.Add(new ShownItem(item, asset));
        }

        return new Page<ShownItem>(shown, items.Cursor);
    }

    /// <summary>How many items there are, for the owner; null for others, who may not see them all.</summary>
    public async Task<int?> CountAsync(Person? person, Playlist playlist, CancellationToken ct) =>
        playlist.OwnerId == person?.Id ? (await documents.FindAsync(PlaylistDocuments.Sizes, PlaylistDocuments.SizeKey(playlist.Id), ct))?.Value.Count ?? 0 : null;

    private async Task<Stored<PlaylistItem>?> FindAsync(string playlistId, string itemId, CancellationToken ct) =>
        OpaqueId.IsValid(itemId, "item") && await documents.FindAsync(PlaylistDocuments.Items, new DocumentKey(playlistId, itemId), ct) is { Value.ExpiresAt: null } stored ? stored : null;

    /// <summary>A rank for an item at its place, and new ones for those that follow, where it is crowded.</summary>
    private async Task<Result<(string Rank, IReadOnlyList<DocumentWrite> Spread)>> PlaceAsync(string playlistId, string itemId, string? after, CancellationToken ct)
    {
        string? left = null;
        if (after is null)
        {
            var last = await documents.ListAsync(PlaylistDocuments.Items, playlistId, "", new PageRequest(null, 2), ListOrder.Descending, ct);
            left = last.Items.FirstOrDefault(item => item.Id != itemId)?.Rank;
        }
        else if (after.Length > 0)
        {
            if (await FindAsync(playlistId, after, ct) is not { } found)
            {
                return PlaylistErrors.ItemNotFound();
            }

            left = found.Value.Rank;
        }

        var following = after is null ? [] : await FollowingAsync(playlistId, itemId, left, after, 1, ct);
        var next = following.Count > 0 ? following[0].Rank : null;
        if (next is null || next != left)
        {
            var rank = Ranks.Between(left, next);
            if (rank.Length <= Ranks.Long)
                return (rank, []);
        }

        var crowd = await FollowingAsync(playlistId, itemId, left, after!, Crowd, ct);
        var ranks = Ranks.Spread(left, crowd.Count < Crowd ? null : crowd[^1].Rank, crowd.Count < Crowd ? crowd.Count + 1 : crowd.Count);
        var writes = new List<DocumentWrite>();
        foreach (var (item, spread) in crowd.Zip(ranks.Skip(1)))
        {
            if (await documents.FindAsync(PlaylistDocuments.Items, new DocumentKey(playlistId, item.Id), ct) is { } stored)
                writes.Add(PlaylistDocuments.Items.Replace(stored.Value with { Rank = spread }, stored.ETag));
        }

        return (ranks[0], writes);
    }

    /// <summary>The next items after a rank, but for the one that is moved.</summary>
    private async Task<IReadOnlyList<PlaylistItem>> FollowingAsync(string playlistId, string itemId, string? left, string after, int count, CancellationToken ct)
    {
        var cursor = left is null ? null : ListCursor.Write(new ListPlace("", left).KeyOf(after));
        var page = await documents.ListAsync(PlaylistDocuments.Items, playlistId, "", new PageRequest(cursor, count + 1), ListOrder.Ascending, ct);
        return [.. page.Items.Where(item => item.Id != itemId).Take(count)];
    }
}
