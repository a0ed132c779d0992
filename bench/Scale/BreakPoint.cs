using StreamPlatform.Bench.Scale.Sheet;

namespace StreamPlatform.Bench.Scale;

/// <summary>Where one of a thing no longer carries the load, and what then.</summary>
/// <param name="What">One of what.</param>
/// <param name="Demand">The figure that asks.</param>
/// <param name="Limit">The figure that allows.</param>
/// <param name="Then">What a deployer does.</param>
internal sealed record BreakPoint(string What, string Demand, string Limit, string Then)
{
    public static IReadOnlyList<BreakPoint> All { get; } =
    [
        new("storage account, reads of the edge", "originSegments", "accountRequests", "spread assets over accounts by a hash of the asset id; raise the hit rate with an origin shield and longer signature buckets"),
        new("storage account, segment writes", "segmentWrites", "accountRequests", "the same spread: writers and readers of an asset share its account"),
        new("storage account, bytes of uploads", "uploadIngress", "accountIngress", "uploads go to accounts of their own, in the creator's region"),
        new("transcode queue", "queueRequests", "queueLimit", "a queue for each account, jobs scaled by each"),
        new("Container Apps environment", "coresPeak", "environmentCores", "raise the quota first; then environments in several regions, each fed by its region's queues; dedicated or spot cores for the low priority"),
        new("Event Hubs unit", "heartbeatsPeak", "throughputUnitEvents", "auto-inflate to 40 units; then post several heartbeats as one event; then dedicated clusters a region"),
        new("Cosmos DB partition", "throughput", "partitionThroughput", "nothing: containers split by themselves, because hot paths name their partition key; watch single hot keys"),
        new("function app", "instances", "appInstances", "an app a region behind Front Door; telemetry in an app of its own"),
        new("Durable Task Scheduler unit", "actions", "schedulerUnit", "up to three units; then a scheduler and hub a region, uploads routed by asset id"),
        new("Service Bus namespace", "topicMessages", "topicLimit", "premium units, or a namespace a region"),
        new("AI Search replica", "searchRequests", "searchQueries", "replicas to twelve; then services a region, each with its own copy"),
    ];
}
