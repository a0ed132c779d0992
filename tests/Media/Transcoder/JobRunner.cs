using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tools;
using StreamPlatform.Transcoder;

namespace StreamPlatform.Media.Tests.Transcoder;

/// <summary>Takes a file through probe, plan and jobs, as the platform would, on a store in memory.</summary>
internal sealed class JobRunner(MediaFixture media)
{
    public static PlanOptions Small { get; } = new() { MaxHeight = 240, HeadStart = false, Pictures = false, PerTitle = false, Workers = 1 };

    public ILogger Logger { get; set; } = NullLogger.Instance;

    public async Task<TranscodePlan> PlanAsync(string file, PlanOptions? options = null, string assetId = "asset_1", ProbeOptions? probing = null, EncodingChoice? choice = null)
    {
        var source = await media.UploadAsync(file);
        var info = await media.Prober(probing).ProbeAsync(source, EncodingChoice.Default, default);
        if (info.Error is { } error)
            throw new InvalidOperationException(error.Code);
        var plan = new TranscodePlanner(options ?? Small).Plan(assetId, 1, source, info.Value, choice).Value;
        await WritePlanAsync(plan);
        return plan;
    }

    public Task WritePlanAsync(TranscodePlan plan) =>
        media.Blobs.WriteAsync(PathsOf(plan).Plan, JsonSerializer.SerializeToUtf8Bytes(plan, DomainJson.Options), "application/json", default);

    public static RunPaths PathsOf(TranscodePlan plan) => new(plan.AssetId, plan.RunId);

    public static FakeHeldItem Deliver(TranscodePlan plan, string itemId, long count = 1) =>
        new(new WorkItem(plan.AssetId, plan.RunId, itemId)) { DequeueCount = count };

    public Task<ExitCode> RunAsync(IHeldItem held, MediaOptions? tools = null, CancellationToken ct = default) =>
        new Job(media.Blobs, tools ?? media.Options, media.Scratch, TimeProvider.System, Logger).RunAsync(held, ct);

    public async Task<ItemMarker> MakeAsync(TranscodePlan plan, string itemId)
    {
        Assert.Equal(ExitCode.Handled, await RunAsync(Deliver(plan, itemId)));
        return Marker(plan, itemId)!;
    }

    /// <summary>Makes every item and packages what they made; an item that fails is an error of the test.</summary>
    public async Task<Site> PublishAsync(TranscodePlan plan)
    {
        var markers = new List<ItemMarker>();
        foreach (var item in plan.Items)
        {
            markers.Add(await MakeAsync(plan, item.Id));
            Assert.True(markers[^1].Failure is null, $"{item.Id}: {markers[^1].Failure?.Code}");
        }

        return await PublishAsync(plan, markers);
    }

    /// <summary>Packages what these items made. The one way for tests to a presentation of a plan: none goes unchecked.</summary>
    public async Task<Site> PublishAsync(TranscodePlan plan, IReadOnlyList<ItemMarker> markers)
    {
        var packaged = new Packager().Package(plan, markers);
        Assert.True(packaged.Succeeded, packaged.Error?.Message);
        return await Site.OpenAsync(packaged.Value, media.Blobs);
    }

    public ItemMarker? Marker(TranscodePlan plan, string itemId) => Read<ItemMarker>(PathsOf(plan).Marker(itemId));

    public ItemProgress? Progress(TranscodePlan plan, string itemId) => Read<ItemProgress>(PathsOf(plan).Progress(itemId));

    /// <summary>A rendition as one playable file: init and all segments.</summary>
    public byte[] Joined(TranscodePlan plan, WorkItemKind kind, string rendition, int segments) =>
    [
        .. media.Blobs[PathsOf(plan).Init(kind, rendition)],
        .. Enumerable.Range(0, segments).SelectMany(number => media.Blobs[PathsOf(plan).Segment(kind, rendition, number)]),
    ];

    /// <summary>What lies in the run's folder, by its digest.</summary>
    public Dictionary<string, string> Digests(TranscodePlan plan) => media.Blobs.Paths
        .Where(path => path.Container == Containers.Media && path.Name.StartsWith($"{plan.AssetId}/", StringComparison.Ordinal))
        .ToDictionary(
            path => path.Name[PathsOf(plan).Prefix.Length..],
            path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(media.Blobs[path])));

    private T? Read<T>(BlobPath path) =>
        media.Blobs.Paths.Contains(path) ? JsonSerializer.Deserialize<T>(media.Blobs[path], DomainJson.Options) : default;
}
