using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Marking;

/// <summary>Reads counts: of nearly every subject one document. Sums of many buckets are kept for some seconds.</summary>
public sealed class Tallies(IDocuments documents, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly Bounded<(MarkSubject Subject, long Window), TallyCounts> _sums = new(1000);

    public async Task<TallyCounts> CountAsync(MarkSubject subject, CancellationToken ct)
    {
        var key = (subject, clock.GetUtcNow().UtcTicks / Kept.Ticks);
        if (_sums.Find(key) is { } known)
        {
            return known;
        }

        var (counts, buckets) = await SumAsync(subject, ct);
        return buckets > 1 ? _sums.GetOrAdd(key, _ => counts) : counts;
    }

    /// <summary>As it is at this moment, whatever that costs.</summary>
    internal async Task<TallyCounts> CountNowAsync(MarkSubject subject, CancellationToken ct) => (await SumAsync(subject, ct)).Counts;

    /// <summary>Those of all buckets that were ever written, level by level.</summary>
    internal async IAsyncEnumerable<Tally> AllAsync(MarkSubject subject, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (await documents.FindAsync(MarkDocuments.Tallies, KeyOf(subject, Buckets.Root), ct) is not { Value: var root })
        {
            yield break;
        }

        yield return root;
        IReadOnlyList<string> split = root.IsSplit ? [Buckets.Root] : [];
        while (split.Count > 0)
        {
            var next = new List<string>();
            foreach (var path in split)
            {
                foreach (var tally in await documents.FindManyAsync(MarkDocuments.Tallies, [.. Buckets.Below(path).Select(below => KeyOf(subject, below))], ct))
                {
                    yield return tally;
                    if (tally.IsSplit)
                        next.Add(tally.Partition[Buckets.PartitionOf(subject, "").Length..]);
                }
            }

            split = next;
        }
    }

    private async Task<(TallyCounts Counts, int Buckets)> SumAsync(MarkSubject subject, CancellationToken ct)
    {
        var found = new List<Tally>();
        await foreach (var tally in AllAsync(subject, ct))
            found.Add(tally);
        return (new TallyCounts(found), found.Count);
    }

    internal static DocumentKey KeyOf(MarkSubject subject, string path) => new(Buckets.PartitionOf(subject, path), Tally.Id);
}
