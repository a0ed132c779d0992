using System.Buffers;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>
/// Compares what is stored of a day with what was counted again, and sets it right by the rules of counting: who writes a shard must have seen its
/// head as it is, and each window says how far it is counted. So what is counted meanwhile is counted once: what came before the recount is in
/// the window that it wrote, and windows in which something was counted that came after are left to another recount.
/// </summary>
internal sealed class CompareShards(IAggregateShards shards)
{
    /// <summary>Shards that are read at once.</summary>
    private const int AtOnce = 50;

    private const int MaxLost = 20, HoursOfDay = 24;

    /// <summary>What is wrong, and in which shards.</summary>
    public async Task<(RecountFound Found, IReadOnlyList<string> Wrong)> FindAsync(
        RecountDay day, PlannedPartition partition, IReadOnlyDictionary<string, Dictionary<WindowKey, HeldWindow>> counted, CancellationToken ct)
    {
        var (found, wrong) = (RecountFound.Nothing, new List<string>());
        foreach (var names in counted.Keys.Order(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var contents = await LoadAsync(day, partition, names, ct);
            for (var i = 0; i < names.Length; i++)
            {
                var differences = Differences(day, contents[i], counted[names[i]]);
                found = found.Plus(Told(names[i], partition, counted[names[i]].Count, differences));
                if (differences.Count > 0)
                    wrong.Add(names[i]);
            }
        }

        return (found, wrong);
    }

    /// <summary>Sets a shard right.</summary>
    /// <exception cref="TimeoutException">Others kept writing it.</exception>
    public async Task RepairAsync(RecountDay day, PlannedPartition partition, string shard, Dictionary<WindowKey, HeldWindow> counted, CancellationToken ct)
    {
        for (var lost = 0; lost < MaxLost; lost++)
        {
            var content = (await LoadAsync(day, partition, [shard], ct))[0];
            List<Difference> differences = [.. Differences(day, content, counted).Where(difference => !IsLate(difference, partition))];
            if (differences.Count == 0)
                return;
            var watermark = content.Head?.Watermark ?? -1;
            var write = new ShardWrite(shard, content.Head?.ETag, watermark, watermark, [.. differences.Select(difference => Document(difference, partition))]);
            if (await shards.WriteAsync(partition.HubPartition, [write], [], ct) is not null)
                return;
        }

        throw new TimeoutException($"Others kept writing {shard}: given up after {MaxLost} tries.");
    }

    private async Task<IReadOnlyList<ShardContent>> LoadAsync(RecountDay day, PlannedPartition partition, IReadOnlyList<string> names, CancellationToken ct)
    {
        List<string> ids = [.. Places(day).Select(place => Windows.IdOf(place.Grain, place.Start))];
        return await shards.LoadAsync(partition.HubPartition, [.. names.Select(name => new ShardRequest(name, Head: true, ids))], ct);
    }

    private static IEnumerable<WindowKey> Places(RecountDay day)
    {
        var first = Windows.MinuteOf(day.Start);
        return Enumerable.Range(0, HoursOfDay).Select(hour => new WindowKey(Grain.Hour, first + (hour * 60))).Prepend(new WindowKey(Grain.Day, first));
    }

    private static List<Difference> Differences(RecountDay day, ShardContent content, Dictionary<WindowKey, HeldWindow> counted)
    {
        var stored = content.Documents.ToDictionary(document => document.Id, document => document.Body, StringComparer.Ordinal);
        var differences = new List<Difference>();
        foreach (var place in Places(day))
        {
            var empty = new WindowAggregate(place.Grain, Windows.TimeOf(place.Start));
            var right = counted.TryGetValue(place, out var held) ? held.Window : empty;
            var (there, until) = stored.TryGetValue(Windows.IdOf(place.Grain, place.Start), out var body) ? Read(place, body.Span) : (null, -1);
            if (!WindowEquality.AreSame(there ?? empty, right))
                differences.Add(new Difference(place, there, right, until));
        }

        return differences;
    }

    /// <summary>What is damaged is as good as missing.</summary>
    /// <exception cref="FormatException">It was written by a newer release.</exception>
    private static (WindowAggregate? Window, long Counted) Read(WindowKey place, ReadOnlySpan<byte> bytes)
    {
        var counted = VariableLength.Read(ref bytes);
        try
        {
            return (WindowBytes.Read(place.Grain, Windows.TimeOf(place.Start), bytes), counted);
        }
        catch (Exception e) when (e is FormatException or ArgumentException && WindowBytes.Knows(bytes))
        {
            return (null, -1);
        }
    }

    private static ShardDocument Document(Difference difference, PlannedPartition partition)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 10);
        VariableLength.Write(buffer, partition.Last);
        WindowBytes.Write(difference.Counted, buffer);
        var (grain, start) = difference.Place;
        return new ShardDocument(Windows.IdOf(grain, start), buffer.WrittenMemory, Windows.ExpiryOf(grain, start));
    }

    private static RecountFound Told(string shard, PlannedPartition partition, int windows, List<Difference> differences)
    {
        var late = differences.Count(difference => IsLate(difference, partition));
        return new RecountFound(
            Windows: Math.Max(windows, differences.Count),
            Missing: differences.Count(difference => difference.Kind == DriftKind.Missing),
            Foreign: differences.Count(difference => difference.Kind == DriftKind.Foreign),
            Different: differences.Count(difference => difference.Kind == DriftKind.Different),
            Late: partition.MayRepair ? late : 0,
            Withheld: partition.MayRepair ? 0 : differences.Count,
            Repaired: 0,
            [
                .. differences.Take(RecountFound.MaxSamples).Select(difference => new WindowDrift(
                    shard,
                    partition.HubPartition,
                    difference.Place.Grain,
                    Windows.TimeOf(difference.Place.Start),
                    difference.Kind,
                    difference.Stored?[Metric.Views] ?? 0,
                    difference.Counted[Metric.Views],
                    difference.Stored?[Metric.WatchedMs] ?? 0,
                    difference.Counted[Metric.WatchedMs])),
            ]);
    }

    private static bool IsLate(Difference difference, PlannedPartition partition) => difference.Until > partition.Last;

    /// <param name="Until">The last message that is counted in what is stored.</param>
    private sealed record Difference(WindowKey Place, WindowAggregate? Stored, WindowAggregate Counted, long Until)
    {
        public DriftKind Kind => Stored is null || WindowEquality.IsEmpty(Stored) ? DriftKind.Missing : WindowEquality.IsEmpty(Counted) ? DriftKind.Foreign : DriftKind.Different;
    }
}
