using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>A hub in memory, whose partitions are counted in batches as the trigger would give them.</summary>
internal sealed class DayHub(CountTelemetry count) : ITelemetryStream
{
    private const int Partitions = 4, Batch = 500;

    private readonly List<HubMessage>[] _waiting = [.. Enumerable.Range(0, Partitions).Select(_ => new List<HubMessage>())];
    private readonly long[] _next = new long[Partitions];

    public async Task SendAsync(IReadOnlyList<TelemetryRecord> records, CancellationToken ct)
    {
        foreach (var record in records)
        {
            var partition = record.SessionId[^1] % Partitions;
            _waiting[partition].Add(new HubMessage(_next[partition]++, TelemetryRecordWriter.ToBytes(record)));
            if (_waiting[partition].Count == Batch)
                await CountAsync(partition, ct);
        }
    }

    /// <summary>Counts what no batch was full of.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        for (var partition = 0; partition < Partitions; partition++)
            await CountAsync(partition, ct);
    }

    private async Task CountAsync(int partition, CancellationToken ct)
    {
        await count.CountAsync(partition, _waiting[partition], ct);
        _waiting[partition].Clear();
    }
}
