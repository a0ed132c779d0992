using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Functions.Processing;

namespace StreamPlatform.Functions.Uploads;

/// <summary>
/// A blob appeared in the uploads container: its block list was committed, so it is whole. Events come at least once,
/// late and out of order; the use case sorts them out.
/// </summary>
public sealed class UploadCommitted(CommitUpload commit, IBlobStore blobs, ILogger<UploadCommitted> logger)
{
    [Function(nameof(UploadCommitted))]
    public async Task RunAsync(
        [BlobTrigger("uploads/{assetId}/{uploadId}", Source = BlobTriggerSource.EventGrid, Connection = "AzureWebJobsStorage")]
        BlobClient blob,
        string assetId,
        string uploadId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct)
    {
        if (await blobs.FindAsync(new BlobPath(blob.BlobContainerName, blob.Name), ct) is not { } facts)
        {
            logger.BlobGone(assetId, uploadId);
            return;
        }

        var outcome = await commit.ExecuteAsync(assetId, uploadId, facts, ct);
        using var span = PlatformTraces.Continue("commit upload", outcome.TraceParent, assetId);
        if (outcome.Start is { } start)
        {
            await client.StartOnceAsync(Workflows.ProcessAsset, start.InstanceId, start.Run, ct);
        }

        logger.Handled(assetId, uploadId, outcome);
    }
}
