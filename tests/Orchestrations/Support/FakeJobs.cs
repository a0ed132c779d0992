using System.Collections.Concurrent;
using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Orchestrations.Tests.Support;

/// <summary>
/// Queue and transcoder in one: does each item at once, with the blobs and the marker a job leaves, unless told otherwise.
/// Honours plan, tombstone and marker as a job must.
/// </summary>
internal sealed class FakeJobs(IBlobStore blobs, Func<BlobPath, Task> markerAppeared) : ITranscodeQueue
{
    private readonly ConcurrentQueue<WorkItem> _held = new();

    public ConcurrentQueue<(WorkItem Item, WorkPriority Priority)> Queued { get; } = new();

    /// <summary>Items that stay in the queue until <see cref="ReleaseAsync"/>.</summary>
    public HashSet<string> Hold { get; } = [];

    /// <summary>Items whose next message is lost.</summary>
    public HashSet<string> LoseMessage { get; } = [];

    /// <summary>Items whose marker event is lost.</summary>
    public HashSet<string> LoseEvent { get; } = [];

    /// <summary>Items that fail, with this code; a failed item made nothing.</summary>
    public Dictionary<string, string> Fail { get; } = [];

    /// <summary>Places each item finds damaged.</summary>
    public long DecodeErrors { get; set; }

    /// <summary>How often each marker's event comes.</summary>
    public int EventsPerMarker { get; set; } = 1;

    public Task<int> LengthAsync(WorkPriority priority, CancellationToken ct) => Task.FromResult(_held.Count);

    public async Task EnqueueAsync(WorkItem item, WorkPriority priority, CancellationToken ct)
    {
        Queued.Enqueue((item, priority));
        if (LoseMessage.Remove(item.ItemId))
        {
            return;
        }

        if (Hold.Contains(item.ItemId))
        {
            _held.Enqueue(item);
            return;
        }

        await WorkAsync(item);
    }

    public async Task ReleaseAsync()
    {
        Hold.Clear();
        while (_held.TryDequeue(out var item))
        {
            await WorkAsync(item);
        }
    }

    /// <summary>A job that had looked for its tombstone just before it was set writes once more.</summary>
    public Task WriteLateAsync(string assetId, string runId) =>
        WriteAsync(new RunPaths(assetId, runId).Segment(WorkItemKind.Video, "720p", 7), "late");

    private async Task WorkAsync(WorkItem item)
    {
        var paths = new RunPaths(item.AssetId, item.RunId);
        if (item.ItemId == WorkItem.ProbeItem)
        {
            await ProbeAsync(paths);
            return;
        }

        if ((await blobs.FindAsync(paths.Plan, default) is null && await blobs.FindAsync(paths.Clip, default) is null)
            || await blobs.FindAsync(paths.Tombstone, default) is not null
            || await blobs.FindAsync(paths.Marker(item.ItemId), default) is not null)
        {
            return;
        }

        var kind = item.ItemId == "head" ? WorkItemKind.HeadStart : WorkItemKind.Video;
        await WriteAsync(paths.Segment(kind, "360p", 0), "segment");
        await WriteAsync(paths.Progress(item.ItemId), "{}");
        var marker = new ItemMarker
        {
            ItemId = item.ItemId,
            Failure = Fail.TryGetValue(item.ItemId, out var code) ? new AssetFailure(code, "It did not work.") : null,
            Outputs = Fail.ContainsKey(item.ItemId) ? [] : [.. RenditionsOf(item.ItemId).Select(Output)],
            Measurements = item.ItemId == "measure" ? [new RungMeasurement("720p", 23, 1000, 0.9)] : [],
            FirstSegmentAt = FirstSegmentOf(item.ItemId),
            DecodeErrors = DecodeErrors,
        };
        await blobs.CreateAsync(
            paths.Marker(item.ItemId), JsonSerializer.SerializeToUtf8Bytes(marker, DomainJson.Options), "application/json", default);
        for (var i = 0; i < EventsPerMarker && !LoseEvent.Contains(item.ItemId); i++)
        {
            await markerAppeared(paths.Marker(item.ItemId));
        }
    }

    private async Task ProbeAsync(RunPaths paths)
    {
        var path = paths.Marker(WorkItem.ProbeItem);
        if (await blobs.FindAsync(paths.Probe, default) is null || await blobs.FindAsync(paths.Tombstone, default) is not null || await blobs.FindAsync(path, default) is not null)
        {
            return;
        }

        await WriteAsync(paths.Progress(WorkItem.ProbeItem), "{}");
        var marker = Fail.TryGetValue(WorkItem.ProbeItem, out var code)
            ? new ItemMarker { ItemId = WorkItem.ProbeItem, Failure = new AssetFailure(code, "It did not work.") }
            : new ItemMarker { ItemId = WorkItem.ProbeItem, Source = Plans.Info };
        await blobs.CreateAsync(path, JsonSerializer.SerializeToUtf8Bytes(marker, DomainJson.Options), "application/json", default);
        for (var i = 0; i < EventsPerMarker && !LoseEvent.Contains(WorkItem.ProbeItem); i++)
        {
            await markerAppeared(path);
        }
    }

    /// <summary>The picture a second before the sound, the ladder later than both.</summary>
    public static DateTimeOffset FirstSegmentOf(string itemId) =>
        new(2026, 1, 1, 0, 0, itemId switch { "head" => 1, "audio" => 2, _ => 3 }, TimeSpan.Zero);

    /// <summary>As in <see cref="Plans"/>.</summary>
    private static string[] RenditionsOf(string itemId) => itemId switch
    {
        "head" => ["360p"],
        "audio" => ["und-128k"],
        "pictures" or "measure" => [],
        _ when itemId.Split("-only-") is [_, var only] => [only],
        _ => ["720p", "360p"],
    };

    private static RenditionOutput Output(string rendition) => new()
    {
        Rendition = rendition,
        Codecs = "avc1.64001F",
        InitHash = "00",
        Timescale = 12800,
        Segments = [new SegmentFacts(0, 0, 51200, 100, 1000)],
    };

    private Task WriteAsync(BlobPath path, string text) =>
        blobs.WriteAsync(path, System.Text.Encoding.UTF8.GetBytes(text), "text/plain", default);
}
