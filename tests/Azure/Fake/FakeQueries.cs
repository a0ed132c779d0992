using System.Text.Json.Nodes;
using StreamPlatform.Azure.Accounts;
using StreamPlatform.Azure.Catalog;
using StreamPlatform.Azure.Stores;
using StreamPlatform.Azure.Telemetry;
using StreamPlatform.Azure.Uploads;
using StreamPlatform.Azure.Webhooks;

namespace StreamPlatform.Azure.Tests.Fake;

/// <summary>What the queries of the stores mean, known by their text: another text is an error, as it is one that nobody looked at.</summary>
internal static class FakeQueries
{
    /// <summary>What the plan makes of <see cref="CosmosUploadStore.DueQuery"/> for each physical partition, whose answers the SDK merges.</summary>
    private const string DueInPartition =
        """
        SELECT c._rid, [{"item": c.sweepAt}] AS orderByItems, c.document AS payload
        FROM c
        WHERE ((c.sweepAt <= @now) AND (true))
        ORDER BY c.sweepAt ASC
        """;

    /// <summary>How the SDK asks for many items at once.</summary>
    private const string ReadMany = "SELECT * FROM c WHERE c.id IN (";

    /// <summary>The same where one of these members is the partition key, and not the id.</summary>
    private static readonly string[] PartitionKeys = ["partition", "shardKey"];

    /// <summary>The plans of what is asked without a partition key: the sweep's query, and many items at once.</summary>
    public static JsonObject Plan(CosmosRequest request) => new()
    {
        ["partitionedQueryExecutionInfoVersion"] = 2,
        ["queryInfo"] = request.Query switch
        {
            CosmosUploadStore.DueQuery => new JsonObject
            {
                ["distinctType"] = "None",
                ["orderBy"] = new JsonArray("Ascending"),
                ["orderByExpressions"] = new JsonArray("c.sweepAt"),
                ["rewrittenQuery"] = DueInPartition.Replace("(true)", "({documentdb-formattableorderbyquery-filter})", StringComparison.Ordinal),
                ["hasSelectValue"] = true,
            },
            { } text when text == CosmosDocuments.ScanQuery || text == CosmosAssetStore.ScanQuery || IsReadMany(text) => new JsonObject { ["distinctType"] = "None" },
            _ => throw new NotSupportedException($"A plan is asked for '{request.Query}'."),
        },
        ["queryRanges"] = new JsonArray(
            new JsonObject { ["min"] = "", ["max"] = "FF", ["isMinInclusive"] = true, ["isMaxInclusive"] = false }),
    };

    public static IEnumerable<JsonNode> Run(CosmosRequest request, IEnumerable<JsonObject> items) => request.Query switch
    {
        OwnerListing.Query => Newest(items, request).Select(item => Pick(item, "assetId", "sortKey")),
        CosmosAssetStore.ScanQuery => items.Select(item => item["document"]!),
        CosmosUploadStore.ListQuery => Newest(items, request).Select(item => item["document"]!),
        CosmosUploadStore.AssetQuery => items
            .Where(item => Text(item, "assetId") == Text(request, "@assetId"))
            .OrderByDescending(item => Text(item, "sortKey"), StringComparer.Ordinal)
            .Select(item => item["document"]!),
        CosmosWebhookStore.ListQuery => items.Where(item => Text(item, "type") == "webhook").Select(item => item["document"]!),
        CosmosDocuments.NewestQuery => Newest(InList(items, request), request).Select(item => Pick(item, "document", "sortKey")),
        CosmosDocuments.OldestQuery => InList(items, request)
            .Where(item => string.CompareOrdinal(Text(item, "sortKey"), Text(request, "@after")) > 0)
            .OrderBy(item => Text(item, "sortKey"), StringComparer.Ordinal)
            .Select(item => Pick(item, "document", "sortKey")),
        CosmosDocuments.ScanQuery => items.Where(item => Text(item, "type") == Text(request, "@type")).Select(item => item["document"]!),
        CosmosWebhookStore.DeliveriesQuery => Newest(items.Where(item => Text(item, "endpointId") == Text(request, "@endpointId")), request).Select(item => item["document"]!),
        DueInPartition => items
            .Where(item => Text(item, "sweepAt") is { } at && string.CompareOrdinal(at, Text(request, "@now")) <= 0)
            .OrderBy(item => Text(item, "sweepAt"), StringComparer.Ordinal)
            .Select((item, place) => new JsonObject
            {
                ["_rid"] = Rid(place),
                ["orderByItems"] = new JsonArray(new JsonObject { ["item"] = Text(item, "sweepAt") }),
                ["payload"] = item["document"]!.DeepClone(),
            }),
        CosmosAggregateShards.ListQuery => items
            .Where(item => string.CompareOrdinal(Text(item, "id"), Text(request, "@from")) >= 0 && string.CompareOrdinal(Text(item, "id"), Text(request, "@below")) < 0)
            .Select(item => Pick(item, "id", "body")),
        UsageSum.Query => items
            .Where(item => Text(item, "id") != Text(request, "@except") && Counts(item, request))
            .Select(item => Pick(item, "bytes", "minutes", "uploads", "month")),
        { } text when PlacedBy(text) is { } member => items.Where(item => Enumerable
            .Range(0, request.Body!["parameters"]!.AsArray().Count / 2)
            .Any(place => (Text(request, $"@param_id{place}"), Text(request, $"@param_pk{place}0")) == (Text(item, "id"), Text(item, member)))),
        { } text when IsReadMany(text) => items
            .Where(item => request.Body!["parameters"]!.AsArray().Any(parameter => (string?)parameter!["value"] == Text(item, "id"))),
        _ => throw new NotSupportedException($"No such query is known: {request.Body?.ToJsonString()}"),
    };

    private static bool IsReadMany(string query) => query.StartsWith(ReadMany, StringComparison.Ordinal) || PlacedBy(query) is not null;

    private static string? PlacedBy(string query) =>
        PartitionKeys.FirstOrDefault(member => query.StartsWith($"SELECT * FROM c WHERE ( ( c.id = @param_id0 AND c[\"{member}\"] = @param_pk00 )", StringComparison.Ordinal));

    private static IEnumerable<JsonObject> InList(IEnumerable<JsonObject> items, CosmosRequest request) =>
        items.Where(item => Text(item, "list") == Text(request, "@list"));

    private static IEnumerable<JsonObject> Newest(IEnumerable<JsonObject> items, CosmosRequest request) => items
        .Where(item => string.CompareOrdinal(Text(item, "sortKey"), Text(request, "@after")) < 0)
        .OrderByDescending(item => Text(item, "sortKey"), StringComparer.Ordinal);

    /// <summary>An undefined member makes a comparison undefined, which is not true.</summary>
    private static bool Counts(JsonObject item, CosmosRequest request) =>
        (Number(item, "bytes") > 0 || Number(item, "uploads") > 0
            || (item["month"]?.ToString() == Text(request, "@month") && Number(item, "minutes") > 0))
        && (Text(item, "expiresAt") is not { } at || string.CompareOrdinal(at, Text(request, "@now")) > 0);

    private static JsonObject Pick(JsonObject item, params string[] members) =>
        new(members.Where(item.ContainsKey).Select(member => KeyValuePair.Create(member, item[member]?.DeepClone())));

    private static string? Text(JsonObject item, string member) => (string?)item[member];

    private static string? Text(CosmosRequest request, string parameter) => (string?)request.Parameter(parameter);

    private static double? Number(JsonObject item, string member) => (double?)item[member];

    /// <summary>Of a document: eight bytes of its container and eight of its own.</summary>
    private static string Rid(int place) => Convert.ToBase64String([1, 2, 3, 4, 0x80, 0, 0, 3, (byte)(place + 1), 0, 0, 0, 0, 0, 0, 0]);
}
