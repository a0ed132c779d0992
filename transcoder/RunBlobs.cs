using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Sources;
using StreamPlatform.Media.Tools;
using StreamPlatform.Media.Transcoding;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Transcoder;

/// <summary>The run's blobs as one item reads and writes them; each write looks for the tombstone first.</summary>
internal sealed class RunBlobs(IBlobStore blobs, WorkItem item, TimeProvider time)
{
    private const long MaxDocumentBytes = 64 << 20;
    private const string Json = "application/json";

    private readonly Tombstone _tombstone = new(blobs, new RunPaths(item.AssetId, item.RunId), time);

    public RunPaths Paths { get; } = new(item.AssetId, item.RunId);

    public Task ThrowIfStoppedAsync(CancellationToken ct) => _tombstone.ThrowIfSetAsync(ct);

    /// <summary>The plan as it was before its title was measured, which is what head start and measurement follow.</summary>
    public Task<TranscodePlan?> PlanAsync(CancellationToken ct) => ReadAsync<TranscodePlan>(Paths.Plan, ct);

    /// <summary>What is to be looked into before there is a plan; null when that was answered.</summary>
    public Task<ProbeRequest?> ProbeAsync(CancellationToken ct) => ReadAsync<ProbeRequest>(Paths.Probe, ct);

    /// <summary>What the title's measurement led to; null while there is nothing yet.</summary>
    public Task<LadderChoice?> LadderAsync(CancellationToken ct) => ReadAsync<LadderChoice>(Paths.Ladder, ct);

    public Task<ItemProgress?> ProgressAsync(CancellationToken ct) => ReadAsync<ItemProgress>(Paths.Progress(item.ItemId), ct);

    public async Task<bool> IsOverAsync(CancellationToken ct) => await blobs.FindAsync(Paths.Marker(item.ItemId), ct) is not null;

    public async Task WriteProgressAsync(ItemProgress progress, CancellationToken ct)
    {
        await ThrowIfStoppedAsync(ct);
        await blobs.WriteAsync(Paths.Progress(item.ItemId), Serialize(progress), Json, ct);
    }

    /// <summary>The first marker wins; a later one of the same item is not an error.</summary>
    public async Task WriteMarkerAsync(ItemMarker marker, CancellationToken ct)
    {
        await ThrowIfStoppedAsync(ct);
        using var span = PlatformTraces.Start("write marker");
        if (marker.Failure is { } failure)
        {
            span.Fail(failure.Code);
        }

        await blobs.CreateAsync(Paths.Marker(item.ItemId), Serialize(marker with { TraceParent = PlatformTraces.Parent }), Json, ct);
    }

    /// <summary>Creates a blob whose bytes its path decides. Being there already is what a repeated item finds.</summary>
    public async Task CreateAsync(BlobPath path, ReadOnlyMemory<byte> content, string contentType, CancellationToken ct)
    {
        await ThrowIfStoppedAsync(ct);
        await blobs.CreateAsync(path, content, contentType, ct);
    }

    /// <summary>A local copy of the run's original, of which nothing but headers is fetched yet.</summary>
    public Task<SourceCopy> OpenSourceAsync(TranscodePlan plan, Scratch scratch, CancellationToken ct) =>
        SourceCopy.OpenAsync(blobs, plan.Source, scratch, time, ct);

    /// <summary>The plan's watermark in a file of the scratch folder; null without one.</summary>
    /// <exception cref="EncodeException">Its image is gone.</exception>
    public async Task<Watermark?> OpenWatermarkAsync(TranscodePlan plan, Scratch scratch, CancellationToken ct)
    {
        if (plan is not { WatermarkImage: { } path, Choice.Watermark: { } choice })
        {
            return null;
        }

        var image = await blobs.ReadAsync(path, WatermarkErrors.MaxBytes, ct)
            ?? throw new EncodeException(WatermarkErrors.Missing.Code, WatermarkErrors.Missing.Message, retry: false);
        var file = scratch.NewPath(".png");
        await File.WriteAllBytesAsync(file, image, ct);
        return new Watermark(file, choice);
    }

    private async Task<T?> ReadAsync<T>(BlobPath path, CancellationToken ct) =>
        await blobs.ReadAsync(path, MaxDocumentBytes, ct) is { } bytes ? JsonSerializer.Deserialize<T>(bytes, DomainJson.Options) : default;

    private static byte[] Serialize<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, DomainJson.Options);
}
