using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Social;

/// <summary>
/// Documents with bad luck, the same for the same seed: the process dies before a call, or after a write that nobody hears of,
/// and writes lose races that were never run.
/// </summary>
internal sealed class TroubledDocuments(IDocuments documents, Random luck) : IDocuments
{
    /// <summary>Of calls, in percent; 0 for none.</summary>
    public int Deaths { get; set; } = 8;

    /// <summary>Of writes.</summary>
    public int Losses { get; set; } = 15;

    /// <summary>So many of the next writes lose, whatever luck says.</summary>
    public int LoseNext { get; set; }

    public Task<Stored<T>?> FindAsync<T>(DocumentKind<T> kind, DocumentKey key, CancellationToken ct)
        where T : class
    {
        Die();
        return documents.FindAsync(kind, key, ct);
    }

    public Task<IReadOnlyList<T>> FindManyAsync<T>(DocumentKind<T> kind, IReadOnlyList<DocumentKey> keys, CancellationToken ct)
        where T : class
    {
        Die();
        return documents.FindManyAsync(kind, keys, ct);
    }

    public async Task<IReadOnlyList<string>?> WriteAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken ct)
    {
        Die();
        if ((LoseNext > 0 || Chance(Losses)) && writes is not [{ Operation: DocumentOperation.Add or DocumentOperation.Put }])
        {
            LoseNext--;
            return null;
        }

        var written = await documents.WriteAsync(writes, ct);
        Die();
        return written;
    }

    public Task<Page<T>> ListAsync<T>(DocumentKind<T> kind, string partition, string list, PageRequest page, ListOrder order, CancellationToken ct)
        where T : class
    {
        Die();
        return documents.ListAsync(kind, partition, list, page, order, ct);
    }

    public IAsyncEnumerable<T> ScanAsync<T>(DocumentKind<T> kind, CancellationToken ct)
        where T : class => documents.ScanAsync(kind, ct);

    /// <summary>Does it as a client does that gets no answer: again, until there is one.</summary>
    public static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (CrashedException)
            {
            }
        }
    }

    private void Die()
    {
        if (Chance(Deaths))
            throw new CrashedException();
    }

    private bool Chance(int percent)
    {
        lock (luck)
            return luck.Next(100) < percent;
    }
}
