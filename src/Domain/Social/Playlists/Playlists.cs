using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>Playlists and who sees them; what is in them is <see cref="PlaylistItems"/>.</summary>
public sealed class Playlists(IDocuments documents, TimeProvider clock)
{
    internal const int Attempts = 32;

    /// <param name="requestId">The same for a request that is repeated.</param>
    public async Task<Result<Stored<Playlist>>> CreateAsync(Person owner, PlaylistChange wanted, string? requestId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = requestId is null ? OpaqueId.New(Playlist.IdPrefix) : OpaqueId.From(Playlist.IdPrefix, requestId);
        var playlist = wanted.ApplyTo(new Playlist { Id = id, OwnerId = owner.Id, Title = "", CreatedAt = now, UpdatedAt = now });
        if (!playlist.Succeeded)
        {
            return playlist.Error!;
        }

        await documents.WriteAsync(PlaylistDocuments.OwnPlaylists.Add(new OwnPlaylist(OwnPlaylist.CurrentSchemaVersion, owner.Id, id, now)), ct);
        var size = new PlaylistSize(PlaylistSize.CurrentSchemaVersion, id, 0);
        await documents.WriteAsync([PlaylistDocuments.Playlists.Add(playlist.Value), PlaylistDocuments.Sizes.Add(size)], ct);
        return await FindOwnAsync(owner, id, ct);
    }

    /// <summary>One that the person may see; null for nobody.</summary>
    public async Task<Result<Stored<Playlist>>> FindAsync(Person? person, string playlistId, CancellationToken ct) =>
        OpaqueId.IsValid(playlistId, Playlist.IdPrefix)
        && await documents.FindAsync(PlaylistDocuments.Playlists, PlaylistDocuments.KeyOf(playlistId), ct) is { } found
        && (found.Value.Visibility != PlaylistVisibility.Private || found.Value.OwnerId == person?.Id)
            ? found
            : PlaylistErrors.NotFound();

    /// <summary>One of the person's own.</summary>
    public async Task<Result<Stored<Playlist>>> FindOwnAsync(Person owner, string playlistId, CancellationToken ct) =>
        await FindAsync(owner, playlistId, ct) is { Succeeded: true, Value: var found } && found.Value.OwnerId == owner.Id ? found : PlaylistErrors.NotFound();

    /// <summary>Somebody's, the newest first: all of one's own, of others the public ones. A page may have fewer than were asked for.</summary>
    public async Task<Page<Playlist>> ListAsync(Person? person, string ownerId, PageRequest page, CancellationToken ct)
    {
        var own = await documents.ListAsync(PlaylistDocuments.OwnPlaylists, ownerId, "", page, ListOrder.Descending, ct);
        var found = (await documents.FindManyAsync(PlaylistDocuments.Playlists, [.. own.Items.Select(each => PlaylistDocuments.KeyOf(each.PlaylistId))], ct))
            .Where(playlist => ownerId == person?.Id || playlist.Visibility == PlaylistVisibility.Public).ToDictionary(playlist => playlist.Id);
        return new Page<Playlist>([.. own.Items.Where(each => found.ContainsKey(each.PlaylistId)).Select(each => found[each.PlaylistId])], own.Cursor);
    }

    /// <param name="ifMatch">The ETag the owner read; null to change whatever is there.</param>
    public async Task<Result<Stored<Playlist>>> ChangeAsync(Person owner, string playlistId, PlaylistChange wanted, string? ifMatch, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var found = await FindOwnAsync(owner, playlistId, ct);
            var changed = found.Succeeded ? wanted.ApplyTo(found.Value.Value) : found.Error!;
            if (!changed.Succeeded)
            {
                return changed.Error!;
            }

            if (ifMatch is not null && ifMatch != found.Value.ETag)
            {
                return PlaylistErrors.Changed();
            }

            var next = changed.Value with { UpdatedAt = clock.GetUtcNow() };
            if (await documents.WriteAsync(PlaylistDocuments.Playlists.Replace(next, found.Value.ETag), ct) is { } etag)
            {
                return new Stored<Playlist>(next, etag);
            }
        }

        return SocialErrors.Busy();
    }

    /// <summary>Takes out its items, some at a time, then deletes it: a death between leaves less to do. Absent is fine.</summary>
    public async Task<Result<Done>> DeleteAsync(Person owner, string playlistId, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindOwnAsync(owner, playlistId, ct) is not { Succeeded: true, Value: var found })
            {
                // Gone, but a death may have left its owner's pointer.
                break;
            }

            await EmptyAsync(playlistId, ct);
            var size = await documents.FindAsync(PlaylistDocuments.Sizes, PlaylistDocuments.SizeKey(playlistId), ct);
            if (size is { Value.Count: 0 } && await documents.WriteAsync([PlaylistDocuments.Playlists.Delete(found.Value, found.ETag), PlaylistDocuments.Sizes.Delete(size.Value, size.ETag)], ct) is not null)
            {
                break;
            }
        }

        var own = await documents.FindAsync(PlaylistDocuments.OwnPlaylists, new DocumentKey(owner.Id, playlistId), ct);
        return own is null || await documents.WriteAsync(PlaylistDocuments.OwnPlaylists.Delete(own.Value, own.ETag), ct) is not null ? default(Done) : SocialErrors.Busy();
    }

    private async Task EmptyAsync(string playlistId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        while (await documents.FindAsync(PlaylistDocuments.Sizes, PlaylistDocuments.SizeKey(playlistId), ct) is { Value.Count: > 0 } size)
        {
            var items = (await documents.ListAsync(PlaylistDocuments.Items, playlistId, "", new PageRequest(null, DocumentWrite.MostTogether - 1), ListOrder.Ascending, ct)).Items;
            if (items.Count == 0)
            {
                return;
            }

            // Whoever adds or takes one out meanwhile replaces the size too, so that one of the two starts over.
            await documents.WriteAsync(
                [.. items.Select(item => PlaylistDocuments.Items.Put(item with { ExpiresAt = now })), PlaylistDocuments.Sizes.Replace(size.Value with { Count = size.Value.Count - items.Count }, size.ETag)], ct);
        }
    }
}
