using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Business;

/// <summary>
/// Notes every five minutes whether the platform can serve viewers, as its health tells. Where nothing is noted nobody was there to look, which counts
/// as down. It is seen from within: what lies between the platform and its viewers isn't.
/// </summary>
public sealed class Uptime(CheckHealth health, IDocuments documents, TimeProvider clock)
{
    private const int Together = 100;

    public async Task LookAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await documents.FindAsync(UptimeBegan.Kind, UptimeBegan.Key, ct) is null)
            await documents.WriteAsync(UptimeBegan.Kind.Add(new UptimeBegan(now)), ct);
        if ((await health.ExecuteAsync(ct)).State == HealthState.Unhealthy)
            return;
        var (day, part) = (CatalogFact.DayOf(now), UptimeDay.PartOf(now));
        for (var written = false; !written;)
        {
            var stored = await documents.FindAsync(UptimeDay.Kind, UptimeDay.KeyOf(day), ct);
            written = await documents.WriteAsync(
                stored is null ? UptimeDay.Kind.Add(UptimeDay.Empty(day).WithUp(part)) : UptimeDay.Kind.Replace(stored.Value.WithUp(part), stored.ETag), ct) is not null;
        }
    }

    /// <summary>Of days in their order.</summary>
    /// <param name="from">The beginning of the first.</param>
    public async Task<IReadOnlyList<Availability>> ReadAsync(DateTimeOffset from, int days, CancellationToken ct)
    {
        if (await documents.FindAsync(UptimeBegan.Kind, UptimeBegan.Key, ct) is not { Value.At: var began })
            return [.. Enumerable.Repeat(default(Availability), days)];
        var wanted = Enumerable.Range(0, days).Select(day => from.AddDays(day)).ToList();
        var known = new Dictionary<string, UptimeDay>(StringComparer.Ordinal);
        foreach (var keys in wanted.Select(day => UptimeDay.KeyOf(CatalogFact.DayOf(day))).Chunk(Together))
        {
            foreach (var day in await documents.FindManyAsync(UptimeDay.Kind, keys, ct))
                known[day.Day] = day;
        }

        var now = clock.GetUtcNow();
        return [.. wanted.Select(Of)];

        Availability Of(DateTimeOffset day)
        {
            var first = began >= day.AddDays(1) ? UptimeDay.Looks : began > day ? UptimeDay.PartOf(began) : 0;
            var end = now >= day.AddDays(1) ? UptimeDay.Looks : now > day ? UptimeDay.PartOf(now) : 0;
            return new Availability(known.GetValueOrDefault(CatalogFact.DayOf(day))?.Count(first, end) ?? 0, Math.Max(0, end - first));
        }
    }
}
