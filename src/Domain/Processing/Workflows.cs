using System.Security.Cryptography;
using System.Text;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing;

/// <summary>Names, instance ids and events of the workflows: deterministic, so that starting twice starts once.</summary>
public static class Workflows
{
    public const string ProcessAsset = "ProcessAsset";
    public const string ExtendAsset = "ExtendAsset";
    public const string ClipAsset = "ClipAsset";
    public const string ReencodePopular = "ReencodePopular";
    public const string EraseAsset = "EraseAsset";
    public const string EmptyTrash = "EmptyTrash";
    public const string EraseRun = "EraseRun";

    /// <summary>Raised to <see cref="ProcessAsset"/> with an <see cref="ItemEnd"/> when an item's marker blob appears.</summary>
    public const string ItemFinished = "item-finished";

    /// <summary>Raised to <see cref="ProcessAsset"/> without payload when its asset was cancelled or deleted: look at once, not at the next sweep.</summary>
    public const string Stop = "stop";

    /// <summary>Raised to <see cref="ProcessAsset"/> without payload when its owner approved what it costs: look at once.</summary>
    public const string Approved = "approved";

    /// <summary><c>process-{assetId}-{hash of container, name, ETag and generation}</c>.</summary>
    public static string ProcessId(string assetId, SourceFile source, int generation)
    {
        var identity = $"{source.Container}\n{source.BlobName}\n{source.ETag}\n{generation}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
        return $"process-{assetId}-{hash[..16]}";
    }

    /// <summary><c>extend-{assetId}-{generation}-{number}-{hash of what is wanted}</c>.</summary>
    public static string ExtendId(Extensions.ExtensionRun run)
    {
        var wanted = string.Join('\n', run.Wanted.Select(rung => $"{rung.Name}\t{rung.Preset}").Append(run.Step));
        return FormattableString.Invariant($"extend-{run.AssetId}-{run.Generation}-{run.Number}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..8]}");
    }

    public static string ClipId(string assetId) => $"clip-{assetId}";

    public static string EraseAssetId(string assetId) => $"erase-{assetId}";

    public static string EraseRunId(string assetId, string runId) => $"erase-{assetId}-{runId}";
}
