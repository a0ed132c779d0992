using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Functions.Telemetry;

/// <summary>
/// Makes aggregates of what players told. The trigger goes on after a batch that failed, so a store that is away is waited for: an hour, after which the
/// archive has what the aggregates lack.
/// </summary>
public sealed class AggregateTelemetry(CountTelemetry count)
{
    [Function(nameof(AggregateTelemetry))]
    [ExponentialBackoffRetry(60, "00:00:01", "00:01:00")]
    public Task RunAsync(
        [EventHubTrigger("telemetry", ConsumerGroup = "aggregates", Connection = "EventHub")] byte[][] messages, FunctionContext context, CancellationToken ct) =>
        count.CountAsync(HubBatch.PartitionOf(context), HubBatch.MessagesOf(context, messages), ct);
}
