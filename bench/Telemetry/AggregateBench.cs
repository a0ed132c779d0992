using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Local.Stores;

namespace StreamPlatform.Bench.Telemetry;

/// <summary>
/// Aggregation alone: messages as the hub gives them become aggregates that are durable in SQLite, four partitions side by side, the events of each
/// counted when its batch is on disk. Beside it the same batches are appended to a file each, which is flushed to disk after each batch.
/// </summary>
internal static class AggregateBench
{
    private const int HubPartitions = 4, Batch = 2500, Rounds = 12;

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("stream-bench-").FullName;
        try
        {
            var (hub, events) = Messages();
            // Once elsewhere, for the code to be compiled as it is after hours; then the sessions' beginnings are counted too, unmeasured.
            await using (var before = Services(Directory.CreateDirectory(Path.Combine(folder, "before")).FullName))
            {
                using var compiled = Count(before);
                await PassAsync(hub, 0, Rounds, (partition, batch) => compiled.CountAsync(partition, batch, ct));
            }

            await using var services = Services(folder);
            using var count = Count(services);
            const int Warm = Rounds / 3;
            await PassAsync(hub, 0, Warm, (partition, batch) => count.CountAsync(partition, batch, ct));
            var warm = events[Warm - 1];
            var (allocated, cpu) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime);
            var seconds = await PassAsync(hub, Warm, Rounds, (partition, batch) => count.CountAsync(partition, batch, ct));
            (allocated, cpu) = (GC.GetTotalAllocatedBytes() - allocated, Environment.CpuUsage.TotalTime - cpu);
            var measured = events[^1] - warm;

            var files = Enumerable.Range(0, HubPartitions).Select(partition => new FileStream(Path.Combine(folder, $"{partition}.jsonl"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20)).ToList();
            var bare = await PassAsync(hub, Warm, Rounds, (partition, batch) => Task.Run(() => Append(files[partition], batch), ct));
            files.ForEach(file => file.Dispose());

            var day = (await new Domain.Telemetry.Aggregates.Aggregates(services.GetRequiredService<IAggregateShards>())
                .ReadAsync(AggregateSubject.Platform, Grain.Day, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100), ct)).Single();
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"aggregate: {measured} events in {seconds:0.00} s, {cpu.TotalMicroseconds / measured:0.00} µs of processor and {(double)allocated / measured:0} bytes an event; {day[Metric.Sessions]} sessions, {day[Metric.WatchedMs] / 3_600_000} h; {new DirectoryInfo(folder).GetFiles("telemetry.db*").Sum(file => file.Length) >> 20} MiB"));
            return
            [
                BenchRow.Against("telemetry.aggregate", measured / seconds, "events/s", measured / bare),
                new BenchRow("telemetry.aggregateBytes", (double)allocated / measured, "B/event", null, null),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProvider Services(string folder) => new ServiceCollection().AddSingleton(TimeProvider.System).AddLocalStores(folder).BuildServiceProvider();

    private static CountTelemetry Count(ServiceProvider services) => new(services.GetRequiredService<IAggregateShards>(), new NoArchive(), TimeProvider.System);

    /// <summary>Rounds of messages by partition, and how many events had come by the end of each round.</summary>
    private static (List<HubMessage>[][] Hub, List<long> Events) Messages()
    {
        var (beacons, sequences, events) = (new GeneratedBeacons(), new long[HubPartitions], new List<long>());
        var rounds = new List<HubMessage>[Rounds][];
        for (var round = 0; round < Rounds; round++)
        {
            rounds[round] = [.. Enumerable.Range(0, HubPartitions).Select(_ => new List<HubMessage>())];
            var place = 0;
            foreach (var beacon in beacons.Round())
            {
                var partition = place++ % HubPartitions;
                rounds[round][partition].Add(new HubMessage(sequences[partition]++, TelemetryRecordWriter.ToBytes(beacon)));
            }

            events.Add(beacons.Events);
        }

        return (rounds, events);
    }

    private static async Task<double> PassAsync(List<HubMessage>[][] hub, int from, int to, Func<int, IReadOnlyList<HubMessage>, Task> handle)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, HubPartitions).Select(partition => Task.Run(async () =>
        {
            foreach (var batch in hub[from..to].SelectMany(round => round[partition]).Chunk(Batch))
                await handle(partition, batch);
        })));
        return watch.Elapsed.TotalSeconds;
    }

    private static void Append(FileStream file, IReadOnlyList<HubMessage> batch)
    {
        foreach (var message in batch)
        {
            file.Write(message.Body.Span);
            file.WriteByte((byte)'\n');
        }

        file.Flush(flushToDisk: true);
    }

    private sealed class NoArchive : ITelemetryArchive
    {
        public Task KeepAsync(int hubPartition, IReadOnlyList<HubMessage> messages, CancellationToken ct) => Task.CompletedTask;

        public Task RejectAsync(int hubPartition, HubMessage message, string reason, CancellationToken ct) =>
            throw new InvalidOperationException($"The bench made a message that nobody can read: {reason}");
    }
}
