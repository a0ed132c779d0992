using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Operations.Tracing;
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
        var found = await note.ExecuteAsync(assetId, runId, itemId, ct);
        using var span = PlatformTraces.Continue("note marker", found?.TraceParent, assetId);
        if (found is not { } news
            || !await client.TryRaiseAsync(news.WorkflowId, Workflows.ItemFinished, news.End, ct))
        {
            logger.NobodyWaits(blob.Name);
        }
        else if (news.End.Failure is { } failure)
        {
            logger.ItemFailed(assetId, news.WorkflowId, itemId, failure.Code, failure.Message);
        }
        else
        {
            logger.ItemDone(assetId, news.WorkflowId, itemId);
        }
    }
}
