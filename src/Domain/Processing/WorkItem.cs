namespace StreamPlatform.Domain.Processing;

/// <summary>The queue message: names only. The job reads the plan blob and looks the item up in it, or makes a download.</summary>
public sealed record WorkItem(string AssetId, string RunId, string ItemId)
{
    /// <summary>What the ids of downloads begin with; no item of a plan is called so.</summary>
    private const string DownloadPrefix = "download-";

    /// <summary>The one item of a clip (<see cref="RunPaths.Clip"/>), whose run has no other plan.</summary>
    public const string ClipItem = "clip";

    /// <summary>The one item of a look at an original (<see cref="Probing.ProbeRun"/>), which has no plan yet.</summary>
    public const string ProbeItem = "probe";

    public int Version { get; init; } = 1;

    /// <summary>The span that queued it (W3C <c>traceparent</c>); set by the queue, null when nobody records.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The MP4 file of a published rendition (<see cref="RunPaths.Download"/>): in no plan, since it is asked for later or never.</summary>
    /// <param name="name">As <see cref="Playback.Downloads.DownloadName"/> writes it.</param>
    public static WorkItem ForDownload(string assetId, string runId, string name) => new(assetId, runId, DownloadPrefix + name);

    /// <summary>The name of the download that is to be made; null for an item of the plan.</summary>
    public string? FindDownload() => ItemId.StartsWith(DownloadPrefix, StringComparison.Ordinal) ? ItemId[DownloadPrefix.Length..] : null;
}
