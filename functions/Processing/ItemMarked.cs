using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Functions.Processing;

/// <summary>A job wrote its item's marker: tells the workflow that waits for it. Late and repeated events do no harm.</summary>
public sealed class ItemMarked(NoteMarker note, ILogger<ItemMarked> logger)
{
    [Function(nameof(ItemMarked))]
    public async Task RunAsync(
        [BlobTrigger("markers/{assetId}/{runId}/{itemId}.json", Source = BlobTriggerSource.EventGrid, Connection = "AzureWebJobsStorage")]
        BlobClient blob,
        string assetId,
        string runId,
        string itemId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct)
    {
        if (await note.ExecuteAsync(assetId, runId, itemId, ct) is { } news
            && await client.TryRaiseAsync(news.WorkflowId, Workflows.ItemFinished, news.End, ct))
        {
            logger.ItemEnded(assetId, news.WorkflowId, itemId, news.End.Failure?.Code);
        }
        else
        {
            logger.NobodyWaits(blob.Name);
        }
    }
}
