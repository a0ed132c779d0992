using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.History;

/// <summary>Clears a history: at once for whoever looks, and then for good, some at a time.</summary>
public sealed class ClearHistory(IDocuments documents)
{
    /// <summary>Videos a step.</summary>
    private const int AtOnce = 50;

    /// <summary>From here on nothing of it is shown, nor comes back by what is told late; may be repeated.</summary>
    public async Task BeginAsync(HistoryClearing clearing, CancellationToken ct)
    {
        while (true)
        {
            var head = await documents.FindAsync(HistoryHead.Kind, HistoryHead.KeyOf(clearing.PersonId), ct);
            var said = head?.Value ?? HistoryHead.Of(clearing.PersonId);
            var cleared = said.Forgetting(clearing.At, all: true);
            if (cleared == said || await documents.WriteAsync(head is null ? HistoryHead.Kind.Add(cleared) : HistoryHead.Kind.Replace(cleared, head.ETag), ct) is not null)
                return;
        }
    }

    /// <summary>Erases some; may be repeated.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> StepAsync(HistoryClearing clearing, CancellationToken ct)
    {
        await BeginAsync(clearing, ct);
        var head = await documents.FindAsync(HistoryHead.Kind, HistoryHead.KeyOf(clearing.PersonId), ct);
        var page = await documents.ListAsync(WatchedVideo.Kind, clearing.PersonId, "", new PageRequest(null, AtOnce), ListOrder.Ascending, ct);
        var gone = new List<DocumentWrite>();
        foreach (var each in page.Items.Where(each => each.At <= clearing.At))
        {
            if (await documents.FindAsync(WatchedVideo.Kind, WatchedVideo.KeyOf(clearing.PersonId, each.AssetId), ct) is { } stored && stored.Value.At <= clearing.At)
                gone.Add(WatchedVideo.Kind.Delete(stored.Value, stored.ETag));
        }

        if (head is null || gone.Count == 0)
            return page.Cursor is not null && page.Items.All(each => each.At <= clearing.At);
        // Whoever watches meanwhile is faster: then all of them are there the next time.
        await documents.WriteAsync([.. gone, HistoryHead.Kind.Replace(head.Value with { Count = Math.Max(0, head.Value.Count - gone.Count) }, head.ETag)], ct);
        return true;
    }
}
