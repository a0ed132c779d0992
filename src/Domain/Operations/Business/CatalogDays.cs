using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Business;

/// <summary>Counts by day what happens to assets. A day is counted when somebody asks for it, and once it is long over for good.</summary>
public sealed class CatalogDays(IDocuments documents, TimeProvider clock)
{
    /// <summary>After it nothing is noted of a day any more: what happened before midnight may be noted by a step that is tried again.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromDays(3);

    /// <summary>Documents that are read at once.</summary>
    private const int Together = 100;

    /// <summary>Noted again it counts once.</summary>
    public async Task NoteAsync(CatalogFact fact, CancellationToken ct) => await documents.WriteAsync(CatalogFact.DocumentKind.Put(fact), ct);

    /// <summary>Days in their order, those on which nothing happened too.</summary>
    public async Task<IReadOnlyList<CatalogDay>> ReadAsync(DateTimeOffset from, int days, CancellationToken ct)
    {
        var wanted = Enumerable.Range(0, days).Select(day => from.AddDays(day)).ToList();
        var known = new Dictionary<string, CatalogDay>(StringComparer.Ordinal);
        foreach (var keys in wanted.Select(day => CatalogDay.KeyOf(CatalogFact.DayOf(day))).Chunk(Together))
        {
            foreach (var day in await documents.FindManyAsync(CatalogDay.Kind, keys, ct))
                known[day.Day] = day;
        }

        var told = new List<CatalogDay>();
        foreach (var day in wanted)
            told.Add(known.GetValueOrDefault(CatalogFact.DayOf(day)) ?? await CountAsync(day, ct));
        return told;
    }

    private async Task<CatalogDay> CountAsync(DateTimeOffset at, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var day = new CatalogDay(CatalogFact.DayOf(at), 0, 0, 0);
        if (at > now)
            return day;
        for (string? cursor = null; ;)
        {
            var page = await documents.ListAsync(CatalogFact.DocumentKind, CatalogFact.PartitionOf(day.Day), "", new PageRequest(cursor, PageRequest.MaxLimit), ListOrder.Ascending, ct);
            day = page.Items.Aggregate(day, (sum, fact) => sum.With(fact));
            if ((cursor = page.Cursor) is null)
                break;
        }

        if (now - at >= Settled)
            await documents.WriteAsync(CatalogDay.Kind.Put(day), ct);
        return day;
    }
}
