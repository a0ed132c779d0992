using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StreamPlatform.Azure.Accounts;
using StreamPlatform.Azure.Catalog;
using StreamPlatform.Azure.Stores;
using StreamPlatform.Azure.Telemetry;
using StreamPlatform.Azure.Uploads;
using StreamPlatform.Azure.Webhooks;

namespace StreamPlatform.Azure.Tests.Fake;

/// <summary>What the queries of the stores mean, known by their text: another text is an error, as it is one that nobody looked at.</summary>
internal static partial class FakeQueries
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
            { } text when text == CosmosDocuments.ScanQuery || text == CosmosAssetStore.ScanQuery || text == CosmosAggregateShards.ScanQuery || IsReadMany(text) => new JsonObject { ["distinctType"] = "None" },
            _ => throw new NotSupportedException($"A plan is asked for '{request.Query}'."),
        },
        ["queryRanges"] = new JsonArray(
            new JsonObject { ["min"] = "", ["max"] = "FF", ["isMinInclusive"] = true, ["isMaxInclusive"] = false }),
    };

    /// <summary>What the query makes of an item; null when it isn't asked for.</summary>
    /// <param name="number">Of the item among all that its container ever got.</param>
    public static JsonNode? Row(CosmosRequest request, JsonObject item, int number) => request.Query switch
    {
        OwnerListing.Query => IsBefore(item, request) ? Pick(item, "assetId", "sortKey") : null,
        CosmosAssetStore.ScanQuery => item["document"],
        CosmosUploadStore.ListQuery => IsBefore(item, request) ? item["document"] : null,
        CosmosUploadStore.AssetQuery => Text(item, "assetId") == Text(request, "@assetId") ? item["document"] : null,
        CosmosWebhookStore.ListQuery => Text(item, "type") == "webhook" ? item["document"] : null,
        CosmosDocuments.NewestQuery => IsInList(item, request) && IsBefore(item, request) ? Pick(item, "document", "sortKey") : null,
        CosmosDocuments.OldestQuery => IsInList(item, request) && string.CompareOrdinal(Text(item, "sortKey"), Text(request, "@after")) > 0
            ? Pick(item, "document", "sortKey")
            : null,
        CosmosDocuments.ScanQuery => Text(item, "type") == Text(request, "@type") ? item["document"] : null,
        CosmosWebhookStore.DeliveriesQuery => Text(item, "endpointId") == Text(request, "@endpointId") && IsBefore(item, request) ? item["document"] : null,
        DueInPartition => Text(item, "sweepAt") is { } at && string.CompareOrdinal(at, Text(request, "@now")) <= 0
            ? new JsonObject
            {
                ["_rid"] = Rid(number),
                ["orderByItems"] = new JsonArray(new JsonObject { ["item"] = at }),
                ["payload"] = item["document"]!.DeepClone(),
            }
            : null,
        CosmosAggregateShards.ListQuery => IsBetween(item, request) ? Pick(item, "id", "body") : null,
        CosmosAggregateShards.ScanQuery => IsBetween(item, request) ? Pick(item, "shardKey", "id") : null,
        UsageSum.Query => Text(item, "id") != Text(request, "@except") && Counts(item, request) ? Pick(item, "bytes", "minutes", "uploads", "month") : null,
        { } text when PlacedBy(text) is { } member => Enumerable
            .Range(0, request.Body!["parameters"]!.AsArray().Count / 2)
            .Any(place => (Text(request, $"@param_id{place}"), Text(request, $"@param_pk{place}0")) == (Text(item, "id"), Text(item, member)))
                ? item
                : null,
        { } text when IsReadMany(text) => request.Body!["parameters"]!.AsArray().Any(parameter => (string?)parameter!["value"] == Text(item, "id")) ? item : null,
        _ => throw new NotSupportedException($"No such query is known: {request.Body?.ToJsonString()}"),
    };

    /// <summary>Where an item lies in the order of the query's answer, which is that of its index: by the text that it is ordered by, then as items came.</summary>
    public static (string Key, int Number) Place(CosmosRequest request, JsonObject item, int number) =>
        (Order().Match(request.Query ?? "") is { Success: true } order ? Text(item, order.Groups["member"].Value) ?? "" : "", number);

    public static bool IsDescending(CosmosRequest request) => Order().Match(request.Query ?? "").Groups["down"].Success;

    [GeneratedRegex(@"ORDER BY c\.(?<member>\w+) ((?<down>DESC)|ASC)")]
    private static partial Regex Order();

    private static bool IsReadMany(string query) => query.StartsWith(ReadMany, StringComparison.Ordinal) || PlacedBy(query) is not null;

    private static string? PlacedBy(string query) =>
        PartitionKeys.FirstOrDefault(member => query.StartsWith($"SELECT * FROM c WHERE ( ( c.id = @param_id0 AND c[\"{member}\"] = @param_pk00 )", StringComparison.Ordinal));

    private static bool IsInList(JsonObject item, CosmosRequest request) => Text(item, "list") == Text(request, "@list");

    private static bool IsBetween(JsonObject item, CosmosRequest request) =>
        string.CompareOrdinal(Text(item, "id"), Text(request, "@from")) >= 0 && string.CompareOrdinal(Text(item, "id"), Text(request, "@below")) < 0;

    private static bool IsBefore(JsonObject item, CosmosRequest request) => string.CompareOrdinal(Text(item, "sortKey"), Text(request, "@after")) < 0;

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
    private static string Rid(int number) => Convert.ToBase64String([1, 2, 3, 4, 0x80, 0, 0, 3, .. BitConverter.GetBytes((long)number + 1)]);
}
