using Microsoft.Extensions.Logging;

namespace StreamPlatform.Functions.Operations;

/// <summary>
/// Every day: forgets workflows that ended, thirty days after they began. What came of them stands in the documents, and no
/// message or retry that could name one of them is older.
/// </summary>
public sealed class PurgeWorkflows(TimeProvider clock, ILogger<PurgeWorkflows> logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    [Function(nameof(PurgeWorkflows))]
    public async Task RunAsync([TimerTrigger("0 40 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken ct)
    {
        var filter = new PurgeInstancesFilter(
            CreatedTo: clock.GetUtcNow() - Kept,
            Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]);
        var purged = await client.PurgeAllInstancesAsync(filter, ct);
        logger.WorkflowsPurged(purged.PurgedInstanceCount);
    }
}
