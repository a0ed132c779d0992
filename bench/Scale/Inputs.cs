using StreamPlatform.Bench.Scale.Sheet;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Bench.Scale;

/// <summary>What the sheet is told: the load that the platform is designed for, how the platform works, what Azure allows and asks. A deployer replaces what is assumed.</summary>
internal static class Inputs
{
    public const string Load = "Load";
    public const string Platform = "How the platform works";
    public const string Limits = "What Azure allows";
    public const string Prices = "Prices";

    private const string Seed = "design target";
    private const string Assumed = "assumed";
    private const string Benchmarks = "measured: benchmarks.md";
    private const string StorageLimits = "documented: storage account scalability targets";

    public static Workbook AddTo(Workbook book) => AddPrices(AddLimits(AddPlatform(AddLoad(book))));

    private static Workbook AddLoad(Workbook book) => book.Section(Load)
        .Input("monthlyUsers", 2e9, "users", Seed)
        .Input("watched", 1e9, "h/day", Seed)
        .Input("uploaded", 500, "h/min", Seed)
        .Input("countries", 190, "countries", Seed)
        .Input("uptime", 99.9, "%", Seed)
        .Input("dailyShare", 40, "%", $"{Assumed}: of monthly users, who come on a day")
        .Input("viewLength", 8, "min", $"{Assumed}: what one view plays")
        .Input("uploadLength", 12, "min", $"{Assumed}: of one upload")
        .Input("peak", 2, "1", $"{Assumed}: the busiest minute against the mean, for watching and for uploading")
        .Input("searches", 2, "requests/day", $"{Assumed}: of a daily user")
        .Input("pages", 10, "requests/day", $"{Assumed}: other API requests of a daily user")
        .Input("hour", 1, "h", "for formulas")
        .Input("dayLength", 1, "day", "for formulas")
        .Input("ruUnit", 1, "RU/s", "for formulas");

    private static Workbook AddPlatform(Workbook book) => book.Section(Platform)
        .Input("bitrate", 3.5, "Mbit/s", $"{Assumed}: mean of what is played, with sound")
        .Input("segmentLength", 4, "s", "the platform's segment grid")
        .Input("tracks", 2, "requests", "video and sound are segments of their own")
        .Input("viewRequests", 4, "requests", "of a view: the watch view, the multivariant playlist, one playlist each of video and sound")
        .Input("manifestHits", 90, "%", $"{Assumed}: of a view's requests, answered by the edge (public playlists are kept for 1 to 5 minutes)")
        .Input("segmentHits", 95, "%", $"{Assumed}: of segments, answered by the edge with regional caches behind it; see the simulation below for one edge alone")
        .Input("heartbeat", 30, "s", $"{Assumed}: between a player's telemetry posts")
        .Input("heartbeatSize", 600, "B", $"{Assumed}")
        .Input("apiTime", 50, "ms", $"{Assumed}: of one API request")
        .Input("instanceMemory", 2, "GiB", "of an instance, as infra/ sets it")
        .Input("instanceRequests", 32, "requests", "at once on one instance, as infra/ sets it")
        .Input("originalBitrate", 10, "Mbit/s", $"{Assumed}: of what creators upload")
        .Input("ladderBitrate", 9, "Mbit/s", $"{Assumed}: all five rungs of 1080p and sound; the ladder's ceiling is 17 Mbit/s, and rungs stay well below it (benchmarks.md)")
        .Input("renditions", 6, "files", "five rungs and sound: a segment each")
        .Input("cpu", 85.3, "s/min", $"{Benchmarks}, pipeline.cpu: CPU-seconds a minute of 1080p30")
        .Input("picturesCpu", 1.9, "s/min", $"{Benchmarks}: pictures of the same minute")
        .Input("chunk", 60, "s", "the planner's longest chunk, one item each")
        .Input("otherItems", 2, "items", "of an upload: sound, pictures")
        .Input("queueCalls", 4, "requests", "of an item: put, get, one renewal, delete")
        .Input("jobMemory", 2, "GiB", "of a job with one core")
        .Input("itemActions", 3, "messages", "durable actions of an item: dispatch, its event, its share of sweeps")
        .Input("assetActions", 40, "messages", "durable actions of an upload besides its items")
        .Input("apiReads", 3, "RU", $"{Assumed}: of an API request that the edge didn't answer, two point reads of 1 to 2 kB")
        .Input("uploadWrites", 300, "RU", $"{Assumed}: of an upload, thirty small writes of 10 RU")
        .Input("heartbeatWrites", 0.2, "RU", $"{Assumed}: of a heartbeat, windows of many heartbeats being written at once")
        .Input("assetSize", 8, "kB", $"{Assumed}: documents of an asset with indexes")
        .Input("subscriptions", 4, "messages", "of video-events: search, notifications, webhooks, recommendations")
        .Input("hotShare", 20, "%", $"{Assumed}: of a year's renditions that stay hot")
        .Input("coolShare", 30, "%", $"{Assumed}: of a year's renditions that are cool; the rest is cold");

    private static Workbook AddLimits(Workbook book) => book.Section(Limits)
        .Input("queueLimit", 2_000, "messages/s", "documented: scalability targets of Queue Storage, one queue of 1 KiB messages")
        .Input("accountRequests", 20_000, "requests/s", $"{StorageLimits} (40,000 in large regions)")
        .Input("accountIngress", 60, "Gbit/s", $"{StorageLimits} (25 in small regions)")
        .Input("accountCapacity", 5, "PiB", $"{StorageLimits}, default")
        .Input("accountsPerRegion", 250, "accounts", $"{StorageLimits}, a subscription and region")
        .Input("partitionThroughput", 10_000, "RU/s", "documented: physical partition of Cosmos DB")
        .Input("partitionSize", 50, "GB", "documented: physical partition of Cosmos DB")
        .Input("throughputUnitBytes", 1, "MB/s", "documented: Event Hubs, ingress of a throughput unit")
        .Input("throughputUnitEvents", 1_000, "events/s", "documented: Event Hubs, ingress of a throughput unit")
        .Input("namespaceUnits", 40, "units", "documented: Event Hubs standard, throughput units of a namespace")
        .Input("appInstances", 1_000, "instances", "documented: Flex Consumption, a function app")
        .Input("environmentCores", 100, "cores", $"{Assumed}: a Container Apps environment's default quota; raised on request")
        .Input("schedulerUnit", 2_000, "messages/s", "documented: Durable Task Scheduler, a dedicated capacity unit")
        .Input("schedulerUnits", 3, "units", "documented: Durable Task Scheduler, units of a scheduler")
        .Input("topicLimit", 1_000, "messages/s", "documented: Service Bus standard, operations of a namespace (1,000 credits a second, one each)")
        .Input("searchQueries", 60, "requests/s", $"{Assumed}: a replica of AI Search")
        .Input("searchReplicas", 12, "units", "documented: replicas of an AI Search service");

    private static Workbook AddPrices(Workbook book) => book.Section(Prices)
        .Input("egressListPrice", 0.083, "$/GB", "Front Door, first 10 TB in Europe and North America, third-party review of 2026")
        .Input("egressPrice", 0.005, "$/GB", $"{Assumed}: a contract for exabytes; nobody pays the list price for them")
        .Input("edgeRequestPrice", 0.9, "$/million", "Front Door Standard, third-party review of 2026")
        .Input("coreHourPrice", (double)PlanPrices.Usual.CpuHour, "$/h", "Container Apps consumption, PlanPrices.Usual")
        .Input("memoryPrice", 0.0108, "$/GiB/h", $"{Assumed}: Container Apps consumption, $0.000003 a GiB-second")
        .Input("functionPrice", 0.0936, "$/GiB/h", "Flex Consumption, $0.000026 a GB-second, East US, third-party guide of May 2025")
        .Input("executionPrice", 0.4, "$/million", $"{Assumed}: Flex Consumption executions")
        .Input("ruPrice", 0.00012, "$·s/RU/h", "Cosmos DB autoscale, $0.012 an hour for 100 RU/s, third-party guide of May 2026")
        .Input("documentPrice", 0.25, "$/GB/month", $"{Assumed}: Cosmos DB storage")
        .Input("hotPrice", (double)PlanPrices.Usual.GigabyteMonth, "$/GB/month", "hot blobs, locally redundant, PlanPrices.Usual")
        .Input("coolPrice", 0.01, "$/GB/month", $"{Assumed}")
        .Input("coldPrice", 0.0036, "$/GB/month", $"{Assumed}")
        .Input("archivePrice", 0.002, "$/GB/month", "archive blobs, starting price, third-party page of June 2026")
        .Input("writePrice", 5, "$/million", $"{Assumed}: writes of hot blobs")
        .Input("throughputUnitPrice", 0.03, "$/h", $"{Assumed}: Event Hubs standard")
        .Input("eventPrice", 0.028, "$/million", $"{Assumed}: Event Hubs standard, ingress events")
        .Input("frontDoorPrice", 35, "$/month", "Front Door Standard, third-party review of 2026 (Premium: 330)")
        .Input("alwaysReadyPrice", 0.0144, "$/GiB/h", $"{Assumed}: Flex Consumption, an instance that waits, $0.000004 a GB-second")
        .Input("topicPrice", 10, "$/month", $"{Assumed}: Service Bus standard, base charge")
        .Input("searchPrice", 75, "$/month", $"{Assumed}: a replica of AI Search basic")
        .Input("registryPrice", 5, "$/month", $"{Assumed}: Container Registry basic")
        .Input("registryStandardPrice", 20, "$/month", $"{Assumed}: Container Registry standard")
        .Input("pagesPrice", 9, "$/month", $"{Assumed}: Static Web Apps standard")
        .Input("pubSubPrice", 49, "$/month", $"{Assumed}: Web PubSub standard, a unit")
        .Input("frontDoorPremiumPrice", 330, "$/month", "Front Door Premium, third-party review of 2026")
        .Input("messagingUnitPrice", 680, "$/month", $"{Assumed}: Service Bus premium, a messaging unit")
        .Input("searchStandardPrice", 250, "$/month", $"{Assumed}: a replica of AI Search standard")
        .Input("registryPremiumPrice", 50, "$/month", $"{Assumed}: Container Registry premium, and as much for each region that has a copy")
        .Input("schedulerUnitPrice", 500, "$/month", $"{Assumed}: Durable Task Scheduler, a dedicated capacity unit")
        .Input("endpointPrice", 0.01, "$/h", $"{Assumed}: a private endpoint");
}
