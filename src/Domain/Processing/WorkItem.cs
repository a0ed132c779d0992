namespace StreamPlatform.Domain.Processing;

/// <summary>The queue message: names only. The job reads the plan blob and looks the item up in it, or makes a download.</summary>
public sealed record WorkItem(string AssetId, string RunId, string ItemId)
{
    /// <summary>What the ids of downloads begin with; no item of a plan is called so.</summary>
    private const string DownloadPrefix = "download-";

    public int Version { get; init; } = 1;

    /// <summary>The MP4 file of a published rendition (<see cref="RunPaths.Download"/>): in no plan, since it is asked for later or never.</summary>
    public static WorkItem ForDownload(string assetId, string runId, string rendition) => new(assetId, runId, DownloadPrefix + rendition);

    /// <summary>The rendition that is to be made a file of; null for an item of the plan.</summary>
    public string? FindDownload() => ItemId.StartsWith(DownloadPrefix, StringComparison.Ordinal) ? ItemId[DownloadPrefix.Length..] : null;
}
