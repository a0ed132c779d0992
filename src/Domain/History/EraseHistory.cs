using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.History;

/// <summary>What somebody watched.</summary>
public sealed class EraseHistory(IDocuments documents) : IErasePerson
{
    public string Part => "history";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        var page = await documents.ListAsync(WatchedVideo.Kind, personId, "", new PageRequest(null, PageRequest.MaxLimit), ListOrder.Ascending, ct);
        foreach (var watched in page.Items)
        {
            await documents.RemoveAsync(WatchedVideo.Kind, WatchedVideo.KeyOf(personId, watched.AssetId), ct);
        }

        await documents.RemoveAsync(HistoryHead.Kind, HistoryHead.KeyOf(personId), ct);
        return PartErased.Of(page.Cursor, page.Items.Count);
    }
}
