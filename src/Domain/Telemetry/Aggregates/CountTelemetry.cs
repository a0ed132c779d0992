using System.Collections.Concurrent;
using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>What comes through the hub becomes aggregates, each message exactly once however often it comes. It is kept in the archive first.</summary>
public sealed class CountTelemetry(IAggregateShards shards, ITelemetryArchive archive, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<int, Counting> _partitions = new();
    private readonly ChangedVideos _changed = new(shards, clock);

    /// <summary>Counts a batch of one partition of the hub; done once all is durable. After a failure the batch may be given again.</summary>
    /// <param name="messages">In the order of the partition.</param>
    /// <returns>True when the hub turned out to be another than the one that was counted until now; see <see cref="HeldMark"/>.</returns>
    public async Task<bool> CountAsync(int hubPartition, IReadOnlyList<HubMessage> messages, CancellationToken ct)
    {
        if (messages.Count == 0)
            return false;
        var counting = _partitions.GetOrAdd(hubPartition, partition => new Counting(new AggregatePartition(partition, shards, clock), new TelemetryRecordReader()));
        var (records, rejected) = counting.Read(messages);
        var (offset, moved) = await counting.Partition.OffsetAsync(records, ct);
        if (offset != 0)
        {
            messages = [.. messages.Select(message => message with { Sequence = message.Sequence + offset })];
            records = records.ConvertAll(record => record with { Sequence = record.Sequence + offset });
        }

        await archive.KeepAsync(hubPartition, messages, ct);
        foreach (var (message, reason) in rejected)
            await archive.RejectAsync(hubPartition, message with { Sequence = message.Sequence + offset }, reason, ct);
        using (SessionTraces.Process(records.Select(sequenced => sequenced.Record)))
            await counting.Partition.ApplyAsync(records, ct);
        await _changed.NoteAsync(records.Select(sequenced => sequenced.Record.AssetId), ct);
        return moved;
    }

    public void Dispose()
    {
        foreach (var counting in _partitions.Values)
            counting.Partition.Dispose();
    }

    private sealed record Counting(AggregatePartition Partition, TelemetryRecordReader Reader)
    {
        /// <summary>One at a time: the reader is for one thread, and a batch that was given up may still be read.</summary>
        private readonly Lock _gate = new();

        public (List<SequencedRecord> Records, List<(HubMessage Message, string Reason)> Rejected) Read(IReadOnlyList<HubMessage> messages)
        {
            var (records, rejected) = (new List<SequencedRecord>(messages.Count), new List<(HubMessage, string)>());
            lock (_gate)
            {
                foreach (var message in messages)
                {
                    try
                    {
                        records.Add(new SequencedRecord(message.Sequence, Reader.Read(message.Body.Span)));
                    }
                    catch (JsonException e)
                    {
                        rejected.Add((message, e.Message));
                    }
                }
            }

            return (records, rejected);
        }
    }
}
