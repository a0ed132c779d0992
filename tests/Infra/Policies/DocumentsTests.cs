namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>The containers of documents.</summary>
public sealed class DocumentsTests
{
    /// <summary>Container, partition key, and whether items carry a time to live.</summary>
    private static readonly (string Name, string Key, bool Ttl)[] Containers =
    [
        ("accounts", "/partition", true),
        ("apiKeys", "/id", false),
        ("assets", "/id", false),
        ("catalog", "/partition", true),
        ("encodingDefaults", "/id", false),
        ("idempotency", "/ownerId", true),
        ("ownerAssets", "/ownerId", false),
        ("playbackIds", "/id", false),
        ("social", "/partition", true),
        ("telemetry", "/shardKey", true),
        ("uploads", "/ownerId", false),
        ("usage", "/ownerId", false),
        ("webhooks", "/ownerId", true),
    ];

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Containers_are_partitioned_by_what_requests_know(string size)
    {
        var deployed = Deployment.Of(size).OfType("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers")
            .Select(container => (container.Text("properties", "resource", "id")!, container.Text("properties", "resource", "partitionKey", "paths", "0")!,
                container.Text("properties", "resource", "defaultTtl") == "-1"));
        Assert.Equal(Containers.Select(container => (container.Name, container.Key, container.Ttl)), deployed.Order());
    }

    [Fact]
    public void Each_size_pays_for_documents_in_its_own_way()
    {
        Assert.Equal("EnableServerless", Account("dev").Text("properties", "capabilities", "0", "name"));
        Assert.Equal("4000", Database("small").Text("properties", "options", "autoscaleSettings", "maxThroughput"));
        var containers = Deployment.Of("global").OfType("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers");
        Assert.All(containers, container => Assert.Equal("10000", container.Text("properties", "options", "autoscaleSettings", "maxThroughput")));
    }

    [Fact]
    public void Documents_are_read_in_several_regions_and_written_in_one_because_conditional_writes_hold_in_one()
    {
        Assert.Equal(["westeurope", "eastus2", "southeastasia"], Account("global").At("properties", "locations")!.AsArray().Select(region => region!["locationName"]!.ToString()));
        Assert.All(new[] { "dev", "small", "global" }, size => Assert.False(Account(size).Flag("properties", "enableMultipleWriteLocations")));
    }

    private static Resource Account(string size) => Deployment.Of(size).Single("Microsoft.DocumentDB/databaseAccounts");

    private static Resource Database(string size) => Deployment.Of(size).Single("Microsoft.DocumentDB/databaseAccounts/sqlDatabases");
}
