namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>
/// An index that answers the same search from memory for <see cref="Longest"/>: what many look for at once is looked for once. What
/// this process writes is found at once; what another one writes, by then. Whoever shows hits reads them in the catalog
/// as ever, so nothing is shown that was hidden meanwhile.
/// </summary>
public sealed class RecentHits(IPublicIndex index, IIndexGenerations generations, TimeProvider clock) : IPublicIndex, IIndexGenerations
{
    /// <summary>The most that an answer is late. Those of the API are kept by caches for much longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Hits that are kept, of all searches together.</summary>
    private const int Capacity = 10_000;

    private readonly Bounded<PublicQuery, Kept> _byQuery = new(Capacity, kept => kept.Hits.Items.Count + 1);
    private long _writes;

    public async Task<PublicHits> SearchAsync(PublicQuery query, CancellationToken ct)
    {
        // Both as of before the search: what is written meanwhile makes the answer a thing of the past.
        var (writes, askedAt) = (Interlocked.Read(ref _writes), clock.GetTimestamp());
        if (_byQuery.Find(query) is { } kept && kept.Writes == writes && clock.GetElapsedTime(kept.AskedAt, askedAt) < Longest)
        {
            return kept.Hits;
        }

        var hits = await index.SearchAsync(query, ct);
        _byQuery.Set(query, new Kept(hits, writes, askedAt));
        return hits;
    }

    public Task<IReadOnlyList<string>> SuggestAsync(string typed, int limit, CancellationToken ct) => index.SuggestAsync(typed, limit, ct);

    public Task<IReadOnlyList<PublicHit>> RelatedAsync(IndexedVideo video, int limit, CancellationToken ct) => index.RelatedAsync(video, limit, ct);

    public Task PutAsync(IndexedVideo video, CancellationToken ct) => WriteAsync(index.PutAsync(video, ct));

    public Task DeleteAsync(string assetId, CancellationToken ct) => WriteAsync(index.DeleteAsync(assetId, ct));

    public Task<bool> IsFilledAsync(CancellationToken ct) => generations.IsFilledAsync(ct);

    public Task BeginAsync(IndexGeneration generation, CancellationToken ct) => WriteAsync(generations.BeginAsync(generation, ct));

    public async Task<bool> FillAsync(IndexGeneration generation, IReadOnlyList<IndexedVideo> videos, CancellationToken ct)
    {
        var filled = generations.FillAsync(generation, videos, ct);
        await WriteAsync(filled);
        return await filled;
    }

    public async Task<bool> SwitchAsync(IndexGeneration generation, CancellationToken ct)
    {
        var switched = generations.SwitchAsync(generation, ct);
        await WriteAsync(switched);
        return await switched;
    }

    /// <summary>Whatever became of the write: one that failed may have been done.</summary>
    private async Task WriteAsync(Task write)
    {
        try
        {
            await write;
        }
        finally
        {
            Interlocked.Increment(ref _writes);
        }
    }

    private sealed record Kept(PublicHits Hits, long Writes, long AskedAt);
}
