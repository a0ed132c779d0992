using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Archive;

/// <summary>
/// What came through the hub, in blobs: <c>{day}/{hub partition}/{first}-{last}.jsonl.gz</c> of the day it was kept, in UTC. A batch that
/// comes again has the same name, or overlaps others; who reads gets each message once.
/// </summary>
public sealed class TelemetryArchive(IBlobStore blobs, TimeProvider clock) : ITelemetryArchive
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>How long what a recount laid aside may lie: it clears it away itself, unless it came to nothing.</summary>
    private static readonly TimeSpan RecountsKept = TimeSpan.FromDays(3);

    private const long MaxPacked = 64 << 20, MaxPlain = 512 << 20;

    public Task KeepAsync(int hubPartition, IReadOnlyList<HubMessage> messages, CancellationToken ct) => messages.Count == 0
        ? Task.CompletedTask
        : blobs.CreateAsync(
            new BlobPath(Containers.TelemetryRaw, FormattableString.Invariant($"{Day(clock.GetUtcNow())}/{hubPartition}/{messages[0].Sequence:D19}-{messages[^1].Sequence:D19}.jsonl.gz")),
            RawLines.Write(messages),
            "application/gzip",
            ct);

    public Task RejectAsync(int hubPartition, HubMessage message, string reason, CancellationToken ct)
    {
        var rejected = new RejectedMessage(hubPartition, message.Sequence, reason, Encoding.UTF8.GetString(message.Body.Span), message.Body.ToArray());
        return blobs.CreateAsync(
            new BlobPath(Containers.TelemetryDead, FormattableString.Invariant($"{Day(clock.GetUtcNow())}/{hubPartition}/{message.Sequence:D19}.json")),
            JsonSerializer.SerializeToUtf8Bytes(rejected, DomainJson.Options),
            "application/json",
            ct);
    }

    /// <summary>
    /// What was kept from one day on to another, both included: day by day, each partition in order. Messages that were counted shortly
    /// before midnight may have been kept again after it; they come once.
    /// </summary>
    /// <exception cref="InvalidDataException">A blob isn't what was written.</exception>
    public async IAsyncEnumerable<ArchivedBatch> ReadAsync(DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken ct)
    {
        var read = new Dictionary<int, long>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            await foreach (var blob in blobs.ListAsync(Containers.TelemetryRaw, $"{Day(day)}/", ct))
            {
                var partition = int.Parse(blob.Name.Split('/')[1], CultureInfo.InvariantCulture);
                var last = read.GetValueOrDefault(partition, long.MinValue);
                var packed = await blobs.ReadAsync(new BlobPath(Containers.TelemetryRaw, blob.Name), MaxPacked, ct);
                List<HubMessage> messages = [.. packed is null ? [] : RawLines.Read(packed, MaxPlain).Where(message => message.Sequence > last)];
                if (messages.Count > 0)
                {
                    read[partition] = messages[^1].Sequence;
                    yield return new ArchivedBatch(partition, messages);
                }
            }
        }
    }

    /// <summary>What was kept on a day: partition by partition, each in order.</summary>
    public async IAsyncEnumerable<ArchivedBlob> ListAsync(DateOnly day, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var blob in blobs.ListAsync(Containers.TelemetryRaw, $"{Day(day)}/", ct))
            yield return Named(blob);
    }

    /// <summary>What was kept on a day of one partition of the hub, in order; messages may come again. Blob by blob, so that it needn't fit into memory.</summary>
    /// <exception cref="InvalidDataException">A blob isn't what was written.</exception>
    public async IAsyncEnumerable<IReadOnlyList<HubMessage>> ReadAsync(DateOnly day, int hubPartition, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var blob in blobs.ListAsync(Containers.TelemetryRaw, FormattableString.Invariant($"{Day(day)}/{hubPartition}/"), ct))
        {
            if (await blobs.ReadAsync(new BlobPath(Containers.TelemetryRaw, blob.Name), MaxPacked, ct) is { } packed)
                yield return RawLines.Read(packed, MaxPlain);
        }
    }

    /// <summary>Deletes what has been kept long enough.</summary>
    /// <returns>How many blobs went.</returns>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var swept = 0;
        foreach (var (container, kept) in new[] { (Containers.TelemetryRaw, Kept), (Containers.TelemetryDead, Kept), (Containers.TelemetryRecount, RecountsKept) })
        {
            var first = Day(clock.GetUtcNow() - kept);
            var old = new List<string>();
            await foreach (var blob in blobs.ListAsync(container, "", ct))
            {
                if (string.CompareOrdinal(blob.Name, first) >= 0)
                {
                    break;
                }

                old.Add(blob.Name);
            }

            foreach (var name in old)
            {
                await blobs.DeleteAsync(new BlobPath(container, name), ct);
            }

            swept += old.Count;
        }

        return swept;
    }

    private static ArchivedBlob Named(BlobFacts blob)
    {
        var parts = blob.Name.Split('/');
        var range = parts[2].Split('.')[0].Split('-');
        return new ArchivedBlob(
            blob.Name,
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            long.Parse(range[0], CultureInfo.InvariantCulture),
            long.Parse(range[1], CultureInfo.InvariantCulture),
            blob.Bytes);
    }

    private static string Day(DateTimeOffset time) => Day(DateOnly.FromDateTime(time.UtcDateTime));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="Text">What it looks like.</param>
    /// <param name="Bytes">What it is.</param>
    private sealed record RejectedMessage(int HubPartition, long Sequence, string Reason, string Text, byte[] Bytes);
}
