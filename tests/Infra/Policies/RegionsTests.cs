namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>All regions answer and one works (docs/adr/0073).</summary>
public sealed class RegionsTests
{
    /// <summary>What has no copy in another region, and so is where the work is.</summary>
    private static readonly string[] WithTheWork =
    [
        "Microsoft.DurableTask/schedulers", "Microsoft.EventHub/namespaces", "Microsoft.ServiceBus/namespaces", "Microsoft.Search/searchServices",
        "Microsoft.SignalRService/webPubSub", "Microsoft.App/managedEnvironments", "Microsoft.App/jobs",
    ];

    /// <summary>A new timer that isn't listed would run in every region at once. UPDATE_SNAPSHOTS=1 writes the list anew.</summary>
    [Fact]
    public void Every_function_that_no_request_starts_is_listed_and_no_other_is()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            WorkFunctions.Write();
        var (names, all) = WorkFunctions.OfSources();
        Assert.Equal(names, WorkFunctions.Listed);
        Assert.True(all > names.Count && names.Count > 50, $"{names.Count} of {all} functions were found.");
        Assert.Superset(new HashSet<string> { "SweepUploads", "UploadCommitted", "VideoToIndex", "AggregateTelemetry", "ProcessAsset", "PublishRun" }, names.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void One_app_works_and_the_others_only_answer(string size)
    {
        var apps = Deployment.Of(size).Apps;
        Assert.Equal(size == "global" ? 3 : 1, apps.Count);
        Assert.Single(apps, app => app.Works);
        Assert.All(apps, app =>
        {
            Assert.Equal(app.Works ? [] : WorkFunctions.Listed, app.Disabled.Order(StringComparer.Ordinal));
            Assert.All(app.Disabled, name => Assert.Equal("true", app.Settings[$"AzureWebJobs.{name}.Disabled"]));
        });
    }

    [Fact]
    public void Apps_are_told_the_same_except_where_they_are()
    {
        var (work, others) = (Deployment.Of("global").App, Deployment.Of("global").Apps.Where(app => !app.Works).ToList());
        string[] own = ["AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri", "Cosmos__PreferredRegions"];
        Assert.All(others, app => Assert.Equal(own, app.Words.Where(setting => work.Words[setting.Key] != setting.Value).Select(setting => setting.Key).Order(StringComparer.Ordinal)));
        Assert.All(others, app => Assert.Equal(work.Words.Keys.Order(StringComparer.Ordinal), app.Words.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void An_app_reads_the_documents_that_lie_beside_it_first()
    {
        var documents = Deployment.Of("global").Single("Microsoft.DocumentDB/databaseAccounts").At("properties", "locations")!.AsArray().Select(region => region!["locationName"]!.ToString()).ToList();
        Assert.All(Deployment.Of("global").Apps, app =>
        {
            var preferred = app.Settings["Cosmos__PreferredRegions"].Split(',');
            Assert.Equal(app.Location, preferred[0]);
            Assert.Equal(documents.Where(region => region != app.Location), preferred[1..]);
        });
    }

    /// <summary>Its package, what its host keeps, and its network: none of them is gone with another region.</summary>
    [Fact]
    public void An_app_that_only_answers_starts_with_what_is_in_its_region()
    {
        var global = Deployment.Of("global");
        Assert.All(global.Apps.Where(app => !app.Works), app =>
        {
            var account = global.OfType("Microsoft.Storage/storageAccounts").Single(account => Group(account) == Group(app.Site));
            Assert.Equal(app.Location, account.Text("location"));
            Assert.Contains(account.Id, app.Site.Text("properties", "functionAppConfig", "deployment", "storage", "value"), StringComparison.Ordinal);
            Assert.Contains(account.Id, app.Settings["AzureWebJobsStorage__blobServiceUri"], StringComparison.Ordinal);
            Assert.Contains(account.Id, app.Settings["AzureWebJobsStorage__tableServiceUri"], StringComparison.Ordinal);
            var network = global.OfType("Microsoft.Network/virtualNetworks").Single(network => Group(network) == Group(app.Site));
            Assert.Equal(app.Location, network.Text("location"));
            Assert.StartsWith(network.Id, app.Site.Text("properties", "virtualNetworkSubnetId"), StringComparison.Ordinal);
            var parts = global.OfType("Microsoft.Network/privateEndpoints").Select(endpoint => endpoint.At("properties", "privateLinkServiceConnections", "0", "properties")!)
                .Where(connection => connection["privateLinkServiceId"]!.ToString() == account.Id).Select(connection => connection["groupIds"]![0]!.ToString());
            Assert.Equal(["blob", "queue", "table"], parts.Order());
        });
    }

    /// <summary>Two networks that had an address in common could never be joined, and a zone is of one network.</summary>
    [Fact]
    public void Each_region_has_a_network_and_private_endpoints_of_its_own()
    {
        var global = Deployment.Of("global");
        var networks = global.OfType("Microsoft.Network/virtualNetworks").ToList();
        Assert.Equal(3, networks.Select(network => network.Text("properties", "addressSpace", "addressPrefixes", "0")).Distinct().Count());
        Assert.All(global.OfType("Microsoft.Network/privateEndpoints"), endpoint => Assert.StartsWith(
            networks.Single(network => Group(network) == Group(endpoint)).Id, endpoint.Text("properties", "subnet", "id"), StringComparison.Ordinal));
        var links = global.OfType("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Select(link => link.Text("properties", "virtualNetwork", "id")).ToList();
        Assert.All(networks, network => Assert.Equal(links.Count / 3, links.Count(id => id == network.Id)));
        // What the app of a region calls, it reaches in its own network.
        string[] called = ["pep-content-blob", "pep-content-queue", "pep-content-table", "pep-media-blob", "pep-deployment-blob", "pep-cosmos", "pep-key-vault"];
        Assert.All(networks, network => Assert.Superset(
            called.ToHashSet(), global.OfType("Microsoft.Network/privateEndpoints").Where(endpoint => Group(endpoint) == Group(network)).Select(endpoint => endpoint.Name).ToHashSet()));
    }

    [Fact]
    public void Front_door_asks_the_nearest_region_that_answers_and_the_last_only_when_no_other_does()
    {
        var global = Deployment.Of("global");
        var origins = global.OfType("Microsoft.Cdn/profiles/originGroups/origins").Where(origin => origin.Name.Contains("/api/", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [("1", "500"), ("1", "300"), ("2", "500")],
            global.Apps.Select(app => origins.Single(origin => origin.Text("properties", "hostName")!.Contains(app.Site.Id, StringComparison.Ordinal)))
                .Select(origin => (origin.Text("properties", "priority"), origin.Text("properties", "weight"))));
        Assert.All(origins, origin => Assert.Equal("Enabled", origin.Text("properties", "enabledState")));
        var probe = Group("api", "global").At("properties", "healthProbeSettings")!;
        Assert.Equal(("/api/health", "Https", "GET"), (probe["probePath"]!.ToString(), probe["probeProtocol"]!.ToString(), probe["probeRequestType"]!.ToString()));
        Assert.Contains(Checkout.Sources, source => source.Text.Contains("AuthorizationLevel.Anonymous, \"get\", Route = \"health\"", StringComparison.Ordinal));
        // With one region there is nowhere else to go.
        Assert.Null(Group("api", "small").At("properties", "healthProbeSettings"));
    }

    /// <summary>They come with the key of that app, and ask what only its host tells.</summary>
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Operators_reach_the_app_that_works(string size)
    {
        var origin = Deployment.Of(size).OfType("Microsoft.Cdn/profiles/originGroups/origins").Single(origin => origin.Name.Contains("/work/", StringComparison.Ordinal));
        Assert.Contains(Deployment.Of(size).App.Site.Id, origin.Text("properties", "hostName"), StringComparison.Ordinal);
        Assert.All(
            Checkout.Sources.Where(source => source.Text.Contains("HttpTrigger(AuthorizationLevel.Function", StringComparison.Ordinal)),
            source => Assert.Contains("Route = \"operations/", source.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Apps_that_only_answer_are_told_to_the_hook_that_deploys_them() => Assert.Equal(
        Deployment.Of("global").Apps.Where(app => !app.Works).Select(app => $"{Group(app.Site)}/{app.Site.Name}"),
        Deployment.Of("global").Outputs["AZURE_FURTHER_FUNCTION_APPS"].Split(','));

    [Fact]
    public void A_budget_counts_what_all_regions_cost() => Assert.Equal(
        Deployment.Of("global").OfType("Microsoft.Resources/resourceGroups").Select(group => group.Name),
        Deployment.Of("global").Single("Microsoft.Consumption/budgets").At("properties", "filter", "dimensions", "values")!.AsArray().Select(name => name!.ToString()));

    [Fact]
    public void Images_of_the_jobs_are_in_every_region() => Assert.Equal(
        ["eastus2", "southeastasia"], Deployment.Of("global").OfType("Microsoft.ContainerRegistry/registries/replications").Select(copy => copy.Text("location")));

    [Fact]
    public async Task Work_moves_to_another_region_with_everything_that_has_no_copy_there()
    {
        var (home, moved) = (Deployment.Of("global"), await PrivateNetworkTests.OtherAsync());

        Assert.Equal("eastus2", moved.App.Location);
        Assert.Equal(WorkFunctions.Listed, moved.Apps[0].Disabled.Order(StringComparer.Ordinal));
        Assert.Contains(moved.Content.Id, moved.AppSettings["AzureWebJobsStorage__blobServiceUri"], StringComparison.Ordinal);
        Assert.All(WithTheWork, type =>
        {
            var with = WithoutLive(moved.OfType(type));
            Assert.NotEmpty(with);
            Assert.All(with, resource => Assert.Equal(("eastus2", Group(moved.App.Site)), (resource.Text("location"), Group(resource))));
            // Names of their own: what is still there in the region that is left is another.
            Assert.Empty(with.Select(resource => resource.Name).Intersect(home.OfType(type).Select(resource => resource.Name)));
        });
        foreach (var stays in new[] { "Microsoft.DocumentDB/databaseAccounts", "Microsoft.KeyVault/vaults", "Microsoft.Cdn/profiles", "Microsoft.EventGrid/systemTopics", "Microsoft.Web/staticSites" })
            Assert.Equal(home.Single(stays).Id, moved.Single(stays).Id);
        Assert.Equal((home.Content.Id, home.Media.Id), (moved.Content.Id, moved.Media.Id));
        Assert.Equal(
            (Group(moved.App.Site), moved.App.Site.Name, home.Outputs["AZURE_RESOURCE_GROUP"]),
            (moved.Outputs["AZURE_WORK_RESOURCE_GROUP"], moved.Outputs["AZURE_FUNCTION_APP_NAME"], moved.Outputs["AZURE_RESOURCE_GROUP"]));
    }

    /// <summary>Live cells stay where documents are written.</summary>
    private static List<Resource> WithoutLive(IEnumerable<Resource> resources) => [.. resources.Where(resource => !resource.Name.StartsWith("cae-live-", StringComparison.Ordinal))];

    private static Resource Group(string name, string size) => Deployment.Of(size).OfType("Microsoft.Cdn/profiles/originGroups").Single(group => group.Name.EndsWith($"/{name}", StringComparison.Ordinal));

    private static string Group(Resource resource) => resource.Id.Split('/')[4];
}
