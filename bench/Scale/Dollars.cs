using StreamPlatform.Bench.Scale.Sheet;

namespace StreamPlatform.Bench.Scale;

/// <summary>What the load costs a day, and what a thousand hours watched and an hour uploaded cost at list prices.</summary>
internal static class Dollars
{
    public const string Day = "Dollars a day";
    public const string Units = "Dollars by the piece, at list prices";

    public const string Idle = "Dollars an hour, idle";

    public static Workbook AddTo(Workbook book) => AddIdle(AddUnits(AddDay(book)));

    private static Workbook AddDay(Workbook book) => book.Section(Day)
        .Derive("egressCost", "$/day", "egress * egressPrice", "at the assumed contract price")
        .Derive("egressListCost", "$/day", "egress * egressListPrice", "at the list price: why such load needs a contract, or edges of its own")
        .Derive("edgeRequestCost", "$/day", "segmentRequests * edgeRequestPrice", "segments at the list price; a contract includes them")
        .Derive("transcodeCost", "$/day", "cores * (coreHourPrice + jobMemory * memoryPrice)", "")
        .Derive("functionCost", "$/day", "(functionRequests / peak + heartbeats) * (apiTime * instanceMemory / instanceRequests * functionPrice + executionPrice)", "full instances")
        .Derive("cosmosCost", "$/day", "throughput / peak * ruPrice + documentsYear * documentPrice", "one region, a year's documents")
        .Derive("hubCost", "$/day", "throughputUnits * throughputUnitPrice + heartbeats * eventPrice", "")
        .Derive("writeCost", "$/day", "segmentWrites / peak * writePrice", "")
        .Derive("storageCost", "$/day", "(hotDay * hotPrice + coolDay * coolPrice + coldDay * coldPrice + originalsDay * coldPrice) * 365 * dayLength", "what a year's uploads cost a day to keep")
        .Derive("archiveCost", "$/day", "originalsDay * archivePrice * 365 * dayLength", "what each further year's originals cost a day, archived")
        .Derive("totalCost", "$/day", "egressCost + transcodeCost + functionCost + cosmosCost + hubCost + writeCost + storageCost", "without edge requests")
        .Derive("userCost", "$/month", "totalCost / monthlyUsers", "a monthly user")
        .Derive("egressPart", "%", "egressCost / totalCost", "of the total");

    private static Workbook AddUnits(Workbook book) => book.Section(Units)
        .Derive("watchedBytes", "GB", "1000 * hour * bitrate", "of a thousand hours")
        .Derive("watchedEgress", "$", "watchedBytes * egressListPrice", "")
        .Derive("watchedRequests", "$", "1000 * hour * tracks / segmentLength * edgeRequestPrice", "")
        .Derive("watchedFunctions", "$", "1000 * hour * (viewRequests / viewLength * (1 - manifestHits) + 1 / heartbeat) * (apiTime * instanceMemory * functionPrice + executionPrice)", "an instance a request")
        .Derive("watchedThousand", "$", "watchedEgress + watchedRequests + watchedFunctions", "a thousand hours watched")
        .Derive("uploadedHour", "$", "hour * (cpu + picturesCpu) * (coreHourPrice + jobMemory * memoryPrice)", "an hour transcoded")
        .Derive("keptHour", "$/month", "hour * (ladderBitrate * hotPrice + originalBitrate * coldPrice)", "an hour kept: renditions hot, original cold");

    /// <summary>Of the sizes of infra/sizes.bicep, what is paid when nobody comes; logs and stored bytes come on top.</summary>
    private static Workbook AddIdle(Workbook book) => book.Section(Idle)
        .Derive("idleDev", "$/h", "frontDoorPrice + instanceMemory * alwaysReadyPrice + throughputUnitPrice + topicPrice + searchPrice + registryPrice", "size dev: Cosmos DB serverless, the rest free or by use")
        .Derive("idleSmall", "$/h", "frontDoorPrice + instanceMemory * alwaysReadyPrice + throughputUnitPrice + topicPrice + 2 * searchPrice + registryStandardPrice + pagesPrice + pubSubPrice + 400 * ruUnit * ruPrice", "size small: a tenth of 4,000 RU/s, two search replicas")
        .Derive(
            "idleGlobal", "$/h",
            "frontDoorPremiumPrice + 9 * instanceMemory * alwaysReadyPrice + 4 * throughputUnitPrice + messagingUnitPrice + 3 * searchStandardPrice + 3 * registryPremiumPrice + pagesPrice + pubSubPrice + 3 * schedulerUnitPrice + 38 * endpointPrice + 3 * 13 * 1000 * ruUnit * ruPrice",
            "size global in three regions: in each three instances that wait and a tenth of 10,000 RU/s for each of 13 containers; 38 private endpoints in all")
        .Derive("idleDevMonth", "$/month", "idleDev", "")
        .Derive("idleSmallMonth", "$/month", "idleSmall", "")
        .Derive("idleGlobalMonth", "$/month", "idleGlobal", "");
}
