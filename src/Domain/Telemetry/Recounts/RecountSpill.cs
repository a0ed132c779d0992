using System.Runtime.CompilerServices;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>
/// What a recount lays aside between its steps, in blobs below <c>{day it began}/{id}/</c>. Each has a name that its step fixes, so that a step
/// that is done again makes the same. Records lie as the archive has them.
/// </summary>
internal sealed class RecountSpill(IBlobStore blobs)
{
    private const long MaxPacked = 256 << 20, MaxPlain = 1 << 30;

    public static string PrefixOf(RecountDay day) => FormattableString.Invariant($"{day.At.UtcDateTime:yyyy-MM-dd}/{day.Id}/");

    /// <summary>The records of a slice.</summary>
    public static string RecordsOf(RecountDay day, int hubPartition, int slice) => FormattableString.Invariant($"{PrefixOf(day)}{hubPartition}/records/{slice:D5}/");

    /// <summary>What slices of videos found for a slice of channels.</summary>
    public static string SharesOf(RecountDay day, int hubPartition, int followerSlice) => FormattableString.Invariant($"{PrefixOf(day)}{hubPartition}/shares/{followerSlice:D5}/");

    /// <summary>Names of shards that have windows of the day, which may belong to a slice.</summary>
    public static string PlacesOf(RecountDay day, int hubPartition, RecountStage stage, int slice) =>
        FormattableString.Invariant($"{PrefixOf(day)}{hubPartition}/places/{(int)stage}/{slice:D5}/");

    /// <summary>What sessions of a part told, and what was given to them.</summary>
    public static string SessionsOf(RecountDay day, bool given, int slice) => FormattableString.Invariant($"{PrefixOf(day)}{(given ? "fetched" : "told")}/{slice:D5}/");

    public static string FoundOf(RecountDay day, RecountStep step) =>
        FormattableString.Invariant($"{PrefixOf(day)}found/{(int)step.Stage}/{step.HubPartition}/{step.Number:D5}.json");

    public Task PutAsync(string name, IReadOnlyList<HubMessage> messages, CancellationToken ct) => PutAsync(name, RawLines.Write(messages), ct);

    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken ct) => blobs.WriteAsync(PathOf(name), content, "application/octet-stream", ct);

    /// <summary>False when it was there already.</summary>
    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken ct) => blobs.CreateAsync(PathOf(name), content, "application/json", ct);

    public async Task<byte[]?> FindAsync(string name, CancellationToken ct) => await blobs.ReadAsync(PathOf(name), MaxPacked, ct);

    /// <summary>How many bytes lie below a prefix.</summary>
    public async Task<long> MeasureAsync(string prefix, CancellationToken ct)
    {
        var bytes = 0L;
        await foreach (var blob in blobs.ListAsync(Containers.TelemetryRecount, prefix, ct))
            bytes += blob.Bytes;
        return bytes;
    }

    public async IAsyncEnumerable<IReadOnlyList<HubMessage>> RecordsAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var content in ContentsAsync(prefix, ct))
            yield return RawLines.Read(content, MaxPlain);
    }

    public async IAsyncEnumerable<byte[]> ContentsAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var blob in blobs.ListAsync(Containers.TelemetryRecount, prefix, ct))
        {
            if (await blobs.ReadAsync(PathOf(blob.Name), MaxPacked, ct) is { } content)
                yield return content;
        }
    }

    public Task ClearAsync(RecountDay day, CancellationToken ct) => blobs.DeleteAllAsync(Containers.TelemetryRecount, PrefixOf(day), ct);

    private static BlobPath PathOf(string name) => new(Containers.TelemetryRecount, name);
}
