using System.Text.Json.Nodes;
using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Tests.Fake;

/// <summary>What the SDK reads before it asks for documents.</summary>
internal static class FakeAccount
{
    private static readonly JsonObject Location = new() { ["name"] = "West Europe", ["databaseAccountEndpoint"] = FakeCosmos.Endpoint };

    public static JsonObject Account() => new()
    {
        ["id"] = "fake",
        ["_rid"] = "fake.documents.azure.com",
        ["writableLocations"] = new JsonArray(Location.DeepClone()),
        ["readableLocations"] = new JsonArray(Location.DeepClone()),
        ["enableMultipleWriteLocations"] = false,
        ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = "Session" },
        ["userReplicationPolicy"] = Replication(),
        ["systemReplicationPolicy"] = Replication(),
        ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
        ["queryEngineConfiguration"] = QueryEngine,
    };

    public static JsonObject Container(ContainerDefinition definition) => new()
    {
        ["id"] = definition.Name,
        ["_rid"] = RidOf(definition),
        ["partitionKey"] = new JsonObject { ["paths"] = new JsonArray(definition.PartitionKeyPath), ["kind"] = "Hash", ["version"] = 2 },
        ["indexingPolicy"] = new JsonObject { ["indexingMode"] = "consistent", ["automatic"] = true },
        ["geospatialConfig"] = new JsonObject { ["type"] = "Geography" },
        ["_self"] = $"dbs/AQIDBA==/colls/{RidOf(definition)}/",
        ["_etag"] = "\"c\"",
    };

    public static JsonObject Ranges(string rid) => new()
    {
        ["_rid"] = rid,
        ["PartitionKeyRanges"] = new JsonArray(new JsonObject
        {
            ["_rid"] = rid,
            ["id"] = "0",
            ["_etag"] = "\"r\"",
            ["minInclusive"] = "",
            ["maxExclusive"] = "FF",
            ["ridPrefix"] = 0,
            ["throughputFraction"] = 1,
            ["status"] = "online",
            ["parents"] = new JsonArray(),
        }),
        ["_count"] = 1,
    };

    /// <summary>Four bytes of the database, four of the container whose highest bit tells that it is one.</summary>
    private static string RidOf(ContainerDefinition definition) => Convert.ToBase64String(
        [1, 2, 3, 4, 0x80, 0, 0, (byte)CosmosContainers.All.ToList().IndexOf(definition)]);

    private static JsonObject Replication() => new() { ["asyncReplication"] = false, ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 };

    private const string QueryEngine =
        """
        {"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":5,"maxLogicalAndPerSqlQuery":2000,"maxLogicalOrPerSqlQuery":2000,"maxUdfRefPerSqlQuery":10,"maxInExpressionItemsCount":16000,"queryMaxInMemorySortDocumentCount":500,"maxQueryRequestTimeoutFraction":0.9,"sqlAllowNonFiniteNumbers":false,"sqlAllowAggregateFunctions":true,"sqlAllowSubQuery":true,"sqlAllowScalarSubQuery":true,"allowNewKeywords":true,"sqlAllowLike":true,"sqlAllowGroupByClause":true,"maxSpatialQueryCells":12,"spatialMaxGeometryPointCount":256,"sqlDisableQueryILOptimization":false,"sqlDisableFilterPlanOptimization":false,"sqlAllowTop":true,"enableSpatialIndexing":true,"clientDisableOptimisticDirectExecution":false}
        """;
}
