using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Live;

/// <summary>Somebody's live streams; an encoder that sends is disconnected.</summary>
public sealed class EraseLiveStreams(LiveStreams streams, IDocuments documents) : IErasePerson
{
    public string Part => "liveStreams";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        var page = await documents.ListAsync(LiveDocuments.Streams, personId, "", new PageRequest(null, LiveStream.Most), ListOrder.Descending, ct);
        foreach (var stream in page.Items)
        {
            await streams.DeleteAsync(personId, stream.Id, ct);
        }

        return PartErased.Of(page.Cursor, page.Items.Count);
    }
}
