using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Processing.Extensions;

namespace StreamPlatform.Functions.Processing;

internal static partial class Logs
{
    [LoggerMessage(LogLevel.Information, "Asset {AssetId}, workflow {WorkflowId}: item {ItemId} is done.")]
    public static partial void ItemDone(this ILogger logger, string assetId, string workflowId, string itemId);

    [LoggerMessage(LogLevel.Warning, "Asset {AssetId}, workflow {WorkflowId}: item {ItemId} failed: {Code}: {Reason}")]
    public static partial void ItemFailed(
        this ILogger logger, string assetId, string workflowId, string itemId, string code, string reason);

    [LoggerMessage(LogLevel.Debug, "Nobody waits for marker {Name}.")]
    public static partial void NobodyWaits(this ILogger logger, string name);

    [LoggerMessage(LogLevel.Information, "Asset {AssetId}: cancelled by its owner.")]
    public static partial void Cancelled(this ILogger logger, string assetId);

    [LoggerMessage(LogLevel.Information, "Asset {AssetId}: its owner approved what it costs.")]
    public static partial void Approved(this ILogger logger, string assetId);

    [LoggerMessage(LogLevel.Information, "Asset {AssetId}: its owner wants it processed again; workflow {WorkflowId}.")]
    public static partial void Reprocessing(this ILogger logger, string assetId, string workflowId);

    [LoggerMessage(LogLevel.Information, "Asset {AssetId}: its owner asked for rendition {Name}, which is {Status}.")]
    public static partial void RenditionAsked(this ILogger logger, string assetId, string name, RenditionState status);

    [LoggerMessage(LogLevel.Information, "Asset {AssetId}: its owner puts it into the trash; it is erased at {EraseAt}.")]
    public static partial void Trashing(this ILogger logger, string assetId, DateTimeOffset eraseAt);

    [LoggerMessage(LogLevel.Information, "Asset {AssetId}: its owner deletes it; workflow {WorkflowId}.")]
    public static partial void Deleting(this ILogger logger, string assetId, string workflowId);
}
