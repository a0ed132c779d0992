namespace StreamPlatform.Domain.Processing;

/// <summary>The queue message: names only. The job reads the plan blob and looks the item up in it.</summary>
public sealed record WorkItem(string AssetId, string RunId, string ItemId)
{
    public int Version { get; init; } = 1;
}
