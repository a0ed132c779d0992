using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Deliveries;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>Looks at what the archive has for a day, by the names of its blobs: which messages of which partitions, how much, and what is lacking.</summary>
internal sealed class PlanRecount(TelemetryArchive archive, DeliveryLog deliveries, RecountSizes sizes)
{
    private const int MaxSlices = 1024, MaxSessionSlices = 256;

    public async Task<RecountPlan> ExecuteAsync(RecountDay day, CancellationToken ct)
    {
        var partitions = new SortedDictionary<int, Seen>();
        foreach (var archived in day.ArchiveDays)
        {
            await foreach (var blob in archive.ListAsync(archived, ct))
            {
                var seen = partitions.TryGetValue(blob.HubPartition, out var known) ? known : new Seen(blob.First, blob.First - 1, 0, 0);
                partitions[blob.HubPartition] = seen with
                {
                    Last = Math.Max(seen.Last, blob.Last),
                    Lacks = seen.Lacks + Math.Max(0, blob.First - seen.Last - 1),
                    Bytes = seen.Bytes + (archived <= day.Day.AddDays(1) ? blob.Bytes : 0),
                };
            }
        }

        var begins = await BeginsAsync(day, partitions, ct);
        List<PlannedPartition> planned = [.. partitions.Select(each => new PlannedPartition(
            each.Key,
            each.Value.Last,
            begins.Contains(each.Key) ? each.Value.Lacks : -1,
            (int)Math.Clamp(1 + (each.Value.Bytes / sizes.Slice), 1, MaxSlices)))];
        var isLogged = await deliveries.HasAsync(day.Day, ct);
        return new RecountPlan(planned, isLogged ? Math.Clamp(planned.Sum(partition => partition.Slices) / 4, 1, MaxSessionSlices) : 0);
    }

    /// <summary>The partitions of which the archive has what was before the first message, or whose first there is; older days are looked at until it is found.</summary>
    private async Task<HashSet<int>> BeginsAsync(RecountDay day, SortedDictionary<int, Seen> partitions, CancellationToken ct)
    {
        var begins = partitions.Where(each => each.Value.First == 0).Select(each => each.Key).ToHashSet();
        var oldest = DateOnly.FromDateTime((day.At - TelemetryArchive.Kept).UtcDateTime);
        for (var older = day.Day.AddDays(-2); older >= oldest && begins.Count < partitions.Count; older = older.AddDays(-1))
        {
            await foreach (var blob in archive.ListAsync(older, ct))
            {
                if (partitions.TryGetValue(blob.HubPartition, out var seen) && blob.First < seen.First && blob.Last >= seen.First - 1)
                    begins.Add(blob.HubPartition);
            }
        }

        return begins;
    }

    private readonly record struct Seen(long First, long Last, long Lacks, long Bytes);
}
