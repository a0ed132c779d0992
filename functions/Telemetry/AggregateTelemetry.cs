using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Functions.Telemetry;

/// <summary>
/// Makes aggregates of what players told. The trigger goes on after a batch that failed, so a store that is away is waited for: an hour, after which the
/// archive has what the aggregates lack.
/// </summary>
public sealed class AggregateTelemetry(CountTelemetry count, ILogger<AggregateTelemetry> logger)
{
    [Function(nameof(AggregateTelemetry))]
    [ExponentialBackoffRetry(60, "00:00:01", "00:01:00")]
    public async Task RunAsync(
        [EventHubTrigger("telemetry", ConsumerGroup = "aggregates", Connection = "EventHub")] byte[][] messages, FunctionContext context, CancellationToken ct)
    {
        var partition = HubBatch.PartitionOf(context);
        if (await count.CountAsync(partition, HubBatch.MessagesOf(context, messages), ct))
            logger.HubIsAnother(partition);
    }
}
