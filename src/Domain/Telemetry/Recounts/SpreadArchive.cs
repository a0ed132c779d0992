using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>Divides what the archive has of a day of writing and a partition of the hub into the recount's slices, and leaves out what doesn't concern it.</summary>
internal sealed class SpreadArchive(TelemetryArchive archive, RecountSpill spill, RecountSizes sizes)
{
    public async Task ExecuteAsync(RecountDay day, PlannedPartition partition, DateOnly archived, CancellationToken ct)
    {
        var slices = new Slice[partition.Slices];
        for (var i = 0; i < slices.Length; i++)
            slices[i] = new Slice();
        var (reader, held) = (new TelemetryRecordReader(), 0L);
        await foreach (var batch in archive.ReadAsync(archived, partition.HubPartition, ct))
        {
            foreach (var message in batch.Where(message => message.Sequence <= partition.Last))
            {
                if (Read(reader, message) is not { } record || record is BeaconRecord beacon && !day.Takes(beacon.Claims))
                    continue;
                // The batch that a message is a part of shouldn't stay in memory for its sake.
                slices[partition.SliceOf(record.AssetId)].Add(message with { Body = message.Body.ToArray() });
                held += message.Body.Length;
            }

            // The largest first: so blobs are few.
            while (held > sizes.Spread)
                held -= await WriteAsync(day, partition, archived, slices, Largest(slices), ct);
        }

        for (var i = 0; i < slices.Length; i++)
            await WriteAsync(day, partition, archived, slices, i, ct);
    }

    private async Task<long> WriteAsync(RecountDay day, PlannedPartition partition, DateOnly archived, Slice[] slices, int number, CancellationToken ct)
    {
        var slice = slices[number];
        if (slice.Messages.Count == 0)
            return 0;
        await spill.PutAsync(FormattableString.Invariant($"{RecountSpill.RecordsOf(day, partition.HubPartition, number)}{archived:yyyyMMdd}-{slice.Written:D5}"), slice.Messages, ct);
        return slice.Clear();
    }

    private static int Largest(Slice[] slices) => Array.IndexOf(slices, slices.MaxBy(slice => slice.Bytes));

    /// <summary>Null of what nobody can read, which isn't counted either.</summary>
    private static TelemetryRecord? Read(TelemetryRecordReader reader, HubMessage message)
    {
        try
        {
            return reader.Read(message.Body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class Slice
    {
        public List<HubMessage> Messages { get; private set; } = [];

        public long Bytes { get; private set; }

        /// <summary>How many blobs were written.</summary>
        public int Written { get; private set; }

        public void Add(HubMessage message)
        {
            Messages.Add(message);
            Bytes += message.Body.Length;
        }

        public long Clear()
        {
            var bytes = Bytes;
            (Messages, Bytes, Written) = ([], 0, Written + 1);
            return bytes;
        }
    }
}
