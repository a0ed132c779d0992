using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Counts an asset's comments again: its section, and the replies of each thread. A section that is the same before and after was read with all its comments.</summary>
public sealed class CommentRecount(IDocuments documents) : ICopiedCounts
{
    private const int Tries = 3;

    public string Space => MarkSpaces.Comments;

    public async Task<IReadOnlyList<Drift>?> CheckAsync(string id, CancellationToken ct)
    {
        var drifts = new List<Drift>();
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await documents.FindAsync(CommentDocuments.Sections, CommentDocuments.SectionKey(id), ct) is not { } section)
            {
                return drifts;
            }

            if (await CheckAsync(section, drifts, ct))
            {
                return drifts;
            }
        }

        return null;
    }

    /// <returns>False when the section was written meanwhile.</returns>
    private async Task<bool> CheckAsync(Stored<CommentSection> section, List<Drift> drifts, CancellationToken ct)
    {
        var assetId = section.Value.AssetId;
        var (count, held) = (0L, await CountAsync(assetId, CommentDocuments.Held, ct));
        foreach (var list in new[] { CommentDocuments.Threads, CommentDocuments.Held, CommentDocuments.Hidden })
        {
            await foreach (var thread in AllAsync(assetId, list, ct))
            {
                if (thread.ParentId is not null)
                    continue;
                var replies = await CountAsync(assetId, CommentDocuments.RepliesTo(thread.Id), ct);
                count += CommentLedger.CountOf(thread, replies);
                if (await CheckAsync(section, thread, replies, drifts, ct) is not { } same)
                    return false;
                section = same;
            }
        }

        if (section.Value.Count == count && section.Value.Held == held)
        {
            return true;
        }

        var right = section.Value with { Count = count, Held = held };
        if (await documents.WriteAsync(CommentDocuments.Sections.Replace(right, section.ETag), ct) is null)
        {
            return false;
        }

        drifts.AddRange(new[] { new Drift(assetId, "comments", section.Value.Count, count), new Drift(assetId, "held", section.Value.Held, held) }.Where(drift => drift.Told != drift.True));
        return true;
    }

    /// <summary>A thread's standing, written with its section.</summary>
    /// <returns>The section as it is now; null when it was written meanwhile.</returns>
    private async Task<Stored<CommentSection>?> CheckAsync(Stored<CommentSection> section, Comment thread, long replies, List<Drift> drifts, CancellationToken ct)
    {
        if (await documents.FindAsync(CommentDocuments.Standings, new DocumentKey(thread.AssetId, thread.Id), ct) is not { } standing || standing.Value.Replies == replies)
        {
            return section;
        }

        var written = await documents.WriteAsync([CommentDocuments.Standings.Replace(standing.Value with { Replies = replies }, standing.ETag), CommentDocuments.Sections.Replace(section.Value, section.ETag)], ct);
        if (written is null)
        {
            return null;
        }

        drifts.Add(new Drift($"{thread.AssetId}/{thread.Id}", "replies", standing.Value.Replies, replies));
        return section with { ETag = written[1] };
    }

    private async Task<long> CountAsync(string assetId, string list, CancellationToken ct)
    {
        var count = 0L;
        await foreach (var _ in AllAsync(assetId, list, ct))
            count++;
        return count;
    }

    private async IAsyncEnumerable<Comment> AllAsync(string assetId, string list, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        Page<Comment>? page = null;
        do
        {
            page = await documents.ListAsync(CommentDocuments.Comments, assetId, list, new PageRequest(page?.Cursor, PageRequest.MaxLimit), ListOrder.Ascending, ct);
            foreach (var comment in page.Items)
                yield return comment;
        }
        while (page.Cursor is not null);
    }
}
