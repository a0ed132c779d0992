using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.History;

/// <summary>Keeps histories within their bound: when one is full its oldest go.</summary>
/// <param name="most">Videos in a history.</param>
public sealed class HistoryRoom(IDocuments documents, int most = HistoryRoom.Most)
{
    /// <summary>Of a history, unless said otherwise.</summary>
    public const int Most = 5000;

    /// <summary>So many go together, so that a full history is looked through once for as many that are added.</summary>
    private const int Together = 50;

    /// <summary>What adds a video to a history, with what has to go for it; done all or not at all.</summary>
    /// <param name="etag">Of the head; null while there is none.</param>
    internal async Task<IReadOnlyList<DocumentWrite>> AddAsync(WatchedVideo watched, HistoryHead head, string? etag, CancellationToken ct)
    {
        var (count, gone) = head.Count < most ? (head.Count, []) : await MakeAsync(head.PersonId, ct);
        var next = head with { Count = count - gone.Count + 1 };
        return [WatchedVideo.Kind.Add(watched), etag is null ? HistoryHead.Kind.Add(next) : HistoryHead.Kind.Replace(next, etag), .. gone];
    }

    /// <summary>How many there are really, since some went by their age; and, if they are too many still, the deletion of the oldest.</summary>
    private async Task<(int Count, IReadOnlyList<DocumentWrite> Gone)> MakeAsync(string personId, CancellationToken ct)
    {
        var (count, oldest, cursor) = (0, new List<WatchedVideo>(), (string?)null);
        do
        {
            var page = await documents.ListAsync(WatchedVideo.Kind, personId, "", new PageRequest(cursor, PageRequest.MaxLimit), ListOrder.Ascending, ct);
            oldest.AddRange(page.Items.Take(Together - oldest.Count));
            (count, cursor) = (count + page.Items.Count, page.Cursor);
        }
        while (cursor is not null);

        var gone = new List<DocumentWrite>();
        foreach (var each in count < most ? [] : oldest.Take(Math.Min(Together, most)))
        {
            if (await documents.FindAsync(WatchedVideo.Kind, WatchedVideo.KeyOf(personId, each.AssetId), ct) is { } stored)
                gone.Add(WatchedVideo.Kind.Delete(stored.Value, stored.ETag));
        }

        return (count, gone);
    }
}
