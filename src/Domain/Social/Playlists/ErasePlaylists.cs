using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>Somebody's playlists, with what is in them.</summary>
public sealed class ErasePlaylists(Playlists playlists, IDocuments documents) : IErasePerson
{
    private const int AtOnce = 10;

    public string Part => "playlists";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        var page = await documents.ListAsync(PlaylistDocuments.OwnPlaylists, personId, "", new PageRequest(null, AtOnce), ListOrder.Descending, ct);
        foreach (var own in page.Items)
        {
            var deleted = await playlists.DeleteAsync(new Person(personId, personId), own.PlaylistId, ct);
            if (!deleted.Succeeded)
            {
                throw new TimeoutException(deleted.Error!.Message);
            }
        }

        return PartErased.Of(page.Cursor, page.Items.Count);
    }
}
