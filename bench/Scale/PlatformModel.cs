using StreamPlatform.Bench.Scale.Sheet;

namespace StreamPlatform.Bench.Scale;

/// <summary>From the load to requests, partitions, units, cores and bytes; what they cost, <see cref="Dollars"/> tells.</summary>
internal static class PlatformModel
{
    public const string Viewing = "Watching";
    public const string Telemetry = "Telemetry";
    public const string Making = "Uploading and transcoding";
    public const string Keeping = "Storage";
    public const string Documents = "Documents, messages and search";

    public static Workbook Create() =>
        Dollars.AddTo(AddDocuments(AddKeeping(AddMaking(AddTelemetry(AddViewing(Inputs.AddTo(new Workbook())))))));

    private static Workbook AddViewing(Workbook book) => book.Section(Viewing)
        .Derive("viewers", "viewers", "watched", "at once: viewer hours an hour")
        .Derive("viewersPerCountry", "viewers", "viewers / countries", "at once, were countries alike")
        .Derive("views", "views/s", "watched / viewLength", "begun")
        .Derive("segmentRequests", "requests/s", "watched * tracks / segmentLength", "at the edge")
        .Derive("segmentRequestsPeak", "requests/s", "segmentRequests * peak", "")
        .Derive("egress", "Tbit/s", "watched * bitrate", "")
        .Derive("egressPeak", "Tbit/s", "egress * peak", "")
        .Derive("egressDay", "PB/day", "egress", "")
        .Derive("originSegments", "requests/s", "segmentRequestsPeak * (1 - segmentHits)", "reads of storage at peak")
        .Derive("originSegmentsAt99", "requests/s", "segmentRequestsPeak * 0.01", "the same, were the hit rate 99 %")
        .Derive("originSegmentsAt50", "requests/s", "segmentRequestsPeak * 0.5", "were it 50 %, as at one edge with nothing behind it")
        .Derive("originEgress", "Tbit/s", "egressPeak * (1 - segmentHits)", "what storage gives the edge at peak")
        .Derive("originAccounts", "accounts", "ceil(originSegments / accountRequests)", "for those reads")
        .Derive("viewApi", "requests/s", "views * viewRequests * peak", "watch views and playlists at the edge, at peak")
        .Derive("otherApi", "requests/s", "monthlyUsers * dailyShare * (pages + searches) * peak", "other API requests, at peak")
        .Derive("functionRequests", "requests/s", "viewApi * (1 - manifestHits) + otherApi", "what the function app answers at peak, without telemetry")
        .Derive("unavailable", "min/month", "1 - uptime", "what 99.9 % allows");

    private static Workbook AddTelemetry(Workbook book) => book.Section(Telemetry)
        .Derive("heartbeats", "events/s", "viewers / heartbeat", "")
        .Derive("heartbeatsPeak", "events/s", "heartbeats * peak", "")
        .Derive("heartbeatBytes", "MB/s", "heartbeatsPeak * heartbeatSize", "at peak")
        .Derive("throughputUnits", "units", "ceil(max(heartbeatBytes / throughputUnitBytes, heartbeatsPeak / throughputUnitEvents))", "of Event Hubs at peak")
        .Derive("hubNamespaces", "namespaces", "ceil(throughputUnits / namespaceUnits)", "")
        .Derive("instances", "instances", "ceil((functionRequests + heartbeatsPeak) * apiTime / instanceRequests)", "of the function app at peak, HTTP only")
        .Derive("apps", "apps", "ceil(instances / appInstances)", "");

    private static Workbook AddMaking(Workbook book) => book.Section(Making)
        .Derive("uploads", "uploads/s", "uploaded / uploadLength", "")
        .Derive("uploadIngress", "Gbit/s", "uploaded * originalBitrate * peak", "at peak")
        .Derive("cores", "cores", "uploaded * (cpu + picturesCpu)", "busy on average")
        .Derive("coresPeak", "cores", "cores * peak", "")
        .Derive("environments", "environments", "ceil(coresPeak / environmentCores)", "were no quota raised")
        .Derive("items", "items/s", "uploaded / chunk + uploads * otherItems", "")
        .Derive("itemsPeak", "items/s", "items * peak", "")
        .Derive("queueRequests", "messages/s", "itemsPeak * queueCalls", "at peak")
        .Derive("queues", "queues", "ceil(queueRequests / queueLimit)", "")
        .Derive("segmentWrites", "requests/s", "uploaded * renditions / segmentLength * peak", "blobs written at peak")
        .Derive("writeAccounts", "accounts", "ceil(segmentWrites / accountRequests)", "for those writes")
        .Derive("ingressAccounts", "accounts", "ceil(uploaded * (originalBitrate + ladderBitrate) * peak / accountIngress)", "for their bytes")
        .Derive("actions", "messages/s", "itemsPeak * itemActions + uploads * peak * assetActions", "of Durable Task Scheduler at peak")
        .Derive("schedulerCapacity", "units", "ceil(actions / schedulerUnit)", "")
        .Derive("schedulers", "schedulers", "ceil(schedulerCapacity / schedulerUnits)", "");

    private static Workbook AddKeeping(Workbook book) => book.Section(Keeping)
        .Derive("originalsDay", "PB/day", "uploaded * originalBitrate", "cool after a week, cold after three months, archived after a year (infra/app/content-lifecycle.bicep)")
        .Derive("renditionsDay", "PB/day", "uploaded * ladderBitrate", "")
        .Derive("hotDay", "PB/day", "renditionsDay * hotShare", "of a day's renditions, once a year has sorted them")
        .Derive("coolDay", "PB/day", "renditionsDay * coolShare", "")
        .Derive("coldDay", "PB/day", "renditionsDay * (1 - hotShare - coolShare)", "")
        .Derive("accountLasts", "h", "accountCapacity / (originalsDay + renditionsDay)", "until one account is full")
        .Derive("accountsDay", "accounts/day", "(originalsDay + renditionsDay) / accountCapacity", "filled")
        .Derive("regionsLast", "day", "accountsPerRegion / accountsDay", "until a subscription's accounts in one region are full");

    private static Workbook AddDocuments(Workbook book) => book.Section(Documents)
        .Derive("throughput", "RU/s", "functionRequests * apiReads + uploads * peak * uploadWrites + heartbeatsPeak * heartbeatWrites", "Cosmos DB at peak")
        .Derive("throughputPartitions", "partitions", "ceil(throughput / partitionThroughput)", "physical, by throughput")
        .Derive("documentsYear", "TB", "uploads * 365 * dayLength * assetSize", "a year's assets")
        .Derive("sizePartitions", "partitions", "ceil(documentsYear / partitionSize)", "physical, by size")
        .Derive("topicMessages", "messages/s", "uploads * peak * (1 + subscriptions)", "Service Bus at peak: sent once, received by each subscription")
        .Derive("topicNamespaces", "namespaces", "ceil(topicMessages / topicLimit)", "")
        .Derive("searchRequests", "requests/s", "monthlyUsers * dailyShare * searches * peak", "")
        .Derive("searchServices", "services", "ceil(searchRequests / searchQueries / searchReplicas)", "");
}
