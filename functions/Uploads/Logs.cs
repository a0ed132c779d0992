using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Functions.Uploads;

internal static partial class Logs
{
    /// <summary>What became of a committed blob, at the level it deserves.</summary>
    public static void Handled(this ILogger logger, string assetId, string uploadId, CommitOutcome outcome)
    {
        switch (outcome.Verdict)
        {
            case CommitVerdict.Accepted:
                logger.Accepted(assetId, uploadId, outcome.Start?.InstanceId);
                break;
            case CommitVerdict.AlreadyDone:
                logger.AlreadyDone(assetId, uploadId);
                break;
            case CommitVerdict.OutsideAnyUpload:
                logger.OutsideAnyUpload(assetId, uploadId);
                break;
            case CommitVerdict.ReplacedAfterCommit:
                logger.ReplacedAfterCommit(assetId, uploadId);
                break;
            default:
                logger.Refused(assetId, uploadId, outcome.Refusal?.Code, outcome.Refusal?.Message);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Asset {AssetId}: upload {UploadId} is complete; workflow {WorkflowId} processes it.")]
    private static partial void Accepted(this ILogger logger, string assetId, string uploadId, string? workflowId);

    [LoggerMessage(LogLevel.Debug, "Asset {AssetId}: another event for upload {UploadId}; nothing to do.")]
    private static partial void AlreadyDone(this ILogger logger, string assetId, string uploadId);

    [LoggerMessage(LogLevel.Warning, "A blob appeared at {AssetId}/{UploadId} that belongs to no upload; it is left alone.")]
    private static partial void OutsideAnyUpload(this ILogger logger, string assetId, string uploadId);

    [LoggerMessage(LogLevel.Warning, "Asset {AssetId}: the blob of upload {UploadId} was replaced after it had been accepted; what is made of it stays with the first.")]
    private static partial void ReplacedAfterCommit(this ILogger logger, string assetId, string uploadId);

    [LoggerMessage(LogLevel.Warning, "Asset {AssetId}: the blob of upload {UploadId} was refused and deleted: {Code}: {Reason}")]
    private static partial void Refused(this ILogger logger, string assetId, string uploadId, string? code, string? reason);

    [LoggerMessage(LogLevel.Information, "Asset {AssetId}: the blob of upload {UploadId} is gone already.")]
    public static partial void BlobGone(this ILogger logger, string assetId, string uploadId);

    [LoggerMessage(LogLevel.Warning, "Asset {AssetId}: its commit event was lost; workflow {WorkflowId} starts now.")]
    public static partial void LostEventFound(this ILogger logger, string assetId, string workflowId);
}
