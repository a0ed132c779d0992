namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>With a network, what only our own code calls is reached through it alone.</summary>
public sealed class PrivateNetworkTests
{
    /// <summary>What stays open to the network, and why. A new service that can be closed and isn't fails until it is closed or stands here.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["Microsoft.Storage/storageAccounts stcontent"] = "Browsers upload to it; what opens it is a signature.",
        ["Microsoft.SignalRService/webPubSub wps-"] = "Browsers connect to it, and outside that is all they may.",
        ["Microsoft.Web/sites func-"] = "Event Grid tells it of blobs, deployments have the scm site; everybody else is turned away.",
    };

    /// <summary>Services without the property, and why nothing is to be closed.</summary>
    private static readonly Dictionary<string, string> Unclosable = new()
    {
        ["Microsoft.DurableTask/schedulers"] = "Has private endpoints only in a preview; who comes needs a role.",
        ["Microsoft.Web/staticSites"] = "Its pages are for everybody.",
        ["Microsoft.Cdn/profiles"] = "Is the door.",
        ["Microsoft.OperationalInsights/workspaces"] = "Takes nothing without an identity; closing it needs a scope of its own for everything that is monitored.",
        ["Microsoft.Insights/components"] = "The same.",
        ["Microsoft.EventGrid/systemTopics"] = "Takes nothing from outside: storage tells it.",
        ["Microsoft.App/managedEnvironments"] = "Lies in the network, and jobs listen to nobody.",
    };

    /// <summary>What one can talk to at all, of all that is deployed.</summary>
    private static readonly string[] Reachable =
    [
        "Microsoft.Storage/storageAccounts", "Microsoft.DocumentDB/databaseAccounts", "Microsoft.KeyVault/vaults", "Microsoft.EventHub/namespaces",
        "Microsoft.ServiceBus/namespaces", "Microsoft.Search/searchServices", "Microsoft.SignalRService/webPubSub", "Microsoft.ContainerRegistry/registries",
        "Microsoft.Web/sites",
    ];

    private static readonly Lazy<Task<Deployment>> Other = new(() => Deployment.WithAsync(
        "global",
        "param size = union(sizes.global, { serviceBusSku: 'Standard', webPubSubSku: 'Free_F1', frontDoorPrivateLink: false })",
        "param deployerAddresses = ['203.0.113.7']",
        "param workLocation = 'East US 2'"));

    /// <summary>A size with a network, whose work is in another region, that lacks what private endpoints need; shared, as it takes seconds to make.</summary>
    internal static Task<Deployment> OtherAsync() => Other.Value;

    [Fact]
    public void Whatever_can_be_closed_is_closed_or_open_for_a_reason()
    {
        var global = Deployment.Of("global");
        var services = global.Resources.Where(resource => resource.Type.Count(letter => letter == '/') == 1 && resource.Text("properties", "publicNetworkAccess") is not null).ToList();
        Assert.Equal(Reachable.Order(), services.Select(service => service.Type).Distinct().Order());
        Assert.Equal(Open.Keys.Order(), services.Where(service => service.Text("properties", "publicNetworkAccess") != "Disabled").Select(service => Short(global, service)).Distinct().Order());
        Assert.All(Unclosable.Keys, type => Assert.All(global.OfType(type), service => Assert.Null(service.At("properties", "publicNetworkAccess"))));
        Assert.All(Unclosable.Keys, type => Assert.NotEmpty(global.OfType(type)));
    }

    /// <summary>Closed, and no endpoint in some region: that region's app would be shut out.</summary>
    [Fact]
    public void What_is_closed_is_reached_from_every_region_that_needs_it()
    {
        var global = Deployment.Of("global");
        var reached = Endpoints(global).ToList();
        Assert.All(global.Resources.Where(resource => resource.Text("properties", "publicNetworkAccess") == "Disabled"), service =>
        {
            var regions = global.Apps.Where(app => service.Type switch
            {
                // A package is its own region's; images are pulled by jobs, and by live cells at home.
                "Microsoft.Storage/storageAccounts" when service.Name.StartsWith("stdeploy", StringComparison.Ordinal) => Group(service) == Group(app.Site),
                "Microsoft.ContainerRegistry/registries" => app.Works || app.Site.Id == global.Apps[0].Site.Id,
                _ => true,
            }).Select(app => Group(app.Site));
            Assert.Equal(regions.Order(), reached.Where(endpoint => endpoint.Service == service.Id).Select(endpoint => endpoint.Group).Distinct().Order());
        });
        // Open, and yet reached inside.
        Assert.All(new[] { global.Content.Id, global.Single("Microsoft.SignalRService/webPubSub").Id }, id => Assert.Equal(3, reached.Where(endpoint => endpoint.Service == id).Select(endpoint => endpoint.Group).Distinct().Count()));
    }

    /// <summary>As each service's own documentation names the part and the zone.</summary>
    [Theory]
    [InlineData("pep-telemetry", "namespace", "privatelink.servicebus.windows.net")]
    [InlineData("pep-video-events", "namespace", "privatelink.servicebus.windows.net")]
    [InlineData("pep-search", "searchService", "privatelink.search.windows.net")]
    [InlineData("pep-web-pubsub", "webpubsub", "privatelink.webpubsub.azure.com")]
    [InlineData("pep-registry", "registry", "privatelink{0}")]
    [InlineData("pep-cosmos", "Sql", "privatelink.documents.azure.com")]
    [InlineData("pep-key-vault", "vault", "privatelink.vaultcore.azure.net")]
    public void An_endpoint_is_of_the_right_part_and_its_name_in_the_right_zone(string name, string part, string zone)
    {
        var global = Deployment.Of("global");
        var endpoint = global.OfType("Microsoft.Network/privateEndpoints").First(endpoint => endpoint.Name == name);
        Assert.Equal(part, endpoint.Text("properties", "privateLinkServiceConnections", "0", "properties", "groupIds", "0"));
        var told = global.OfType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Single(group => group.Id.StartsWith($"{endpoint.Id}/", StringComparison.Ordinal));
        Assert.Contains(zone, told.Text("properties", "privateDnsZoneConfigs", "0", "properties", "privateDnsZoneId"), StringComparison.Ordinal);
    }

    [Fact]
    public void From_outside_web_sockets_take_clients_and_nothing_else() => Assert.Equal(
        ["RESTAPI", "ServerConnection", "Trace"],
        Deployment.Of("global").Single("Microsoft.SignalRService/webPubSub").At("properties", "networkACLs", "publicNetwork", "deny")!.AsArray().Select(kind => kind!.ToString()));

    /// <summary>But for live cells, which have to be reached from outside, for encoders come to them.</summary>
    [Fact]
    public void By_private_link_front_door_asks_every_app_and_the_media()
    {
        var global = Deployment.Of("global");
        var links = global.OfType("Microsoft.Cdn/profiles/originGroups/origins").Where(origin => !origin.Name.Contains("/web/", StringComparison.Ordinal) && !origin.Name.Contains("/live-", StringComparison.Ordinal))
            .Select(origin => (Group: origin.Name.Split('/')[1], Part: origin.Text("properties", "sharedPrivateLinkResource", "groupId"), Id: origin.Text("properties", "sharedPrivateLinkResource", "privateLink", "id")!, Where: origin.Text("properties", "sharedPrivateLinkResource", "privateLinkLocation")));
        var expected = global.Apps.Select(app => ("api", "sites", app.Site.Id, app.Location)).Append(("media", "blob", global.Media.Id, "westeurope")).Append(("work", "sites", global.App.Site.Id, global.App.Location));
        Assert.Equal(expected.Order(), links.Select(link => (link.Group, link.Part!, link.Id, link.Where!)).Order());
        Assert.Equal("Premium_AzureFrontDoor", global.Single("Microsoft.Cdn/profiles").Text("sku", "name"));
    }

    [Fact]
    public async Task What_has_no_private_endpoint_in_its_tier_stays_open()
    {
        var other = await OtherAsync();
        Assert.Equal("Enabled", other.Single("Microsoft.ServiceBus/namespaces").Text("properties", "publicNetworkAccess"));
        Assert.Null(other.Single("Microsoft.ServiceBus/namespaces").At("sku", "capacity"));
        Assert.Null(other.Single("Microsoft.SignalRService/webPubSub").At("properties", "networkACLs"));
        Assert.DoesNotContain(other.OfType("Microsoft.Network/privateEndpoints"), endpoint => endpoint.Name is "pep-video-events" or "pep-web-pubsub");
        Assert.All(other.OfType("Microsoft.Cdn/profiles/originGroups/origins"), origin => Assert.Null(origin.At("properties", "sharedPrivateLinkResource")));
        Assert.Equal("Enabled", other.Media.Text("properties", "publicNetworkAccess"));
        Assert.Equal("1", Deployment.Of("global").Single("Microsoft.ServiceBus/namespaces").Text("sku", "capacity"));
    }

    [Fact]
    public async Task Who_deploys_reaches_the_index_and_the_registry_from_addresses_that_are_named()
    {
        var (other, global) = (await OtherAsync(), Deployment.Of("global"));
        Assert.Equal("Enabled", other.Single("Microsoft.Search/searchServices").Text("properties", "publicNetworkAccess"));
        Assert.Equal("203.0.113.7", other.Single("Microsoft.Search/searchServices").Text("properties", "networkRuleSet", "ipRules", "0", "value"));
        var registry = other.Single("Microsoft.ContainerRegistry/registries");
        Assert.Equal(("Enabled", "Deny", "203.0.113.7"), (registry.Text("properties", "publicNetworkAccess"), registry.Text("properties", "networkRuleSet", "defaultAction"), registry.Text("properties", "networkRuleSet", "ipRules", "0", "value")));
        // Work is elsewhere, live cells are at home: both pull.
        Assert.Equal(new[] { Group(other.App.Site), Group(other.Apps[0].Site) }.Order(), Endpoints(other).Where(endpoint => endpoint.Service == registry.Id).Select(endpoint => endpoint.Group).Order());
        Assert.Equal(("search,registry", "", ""), (global.Outputs["AZURE_CLOSED"], other.Outputs["AZURE_CLOSED"], Deployment.Of("small").Outputs["AZURE_CLOSED"]));
    }

    private static IEnumerable<(string Group, string Service)> Endpoints(Deployment deployment) => deployment.OfType("Microsoft.Network/privateEndpoints")
        .Select(endpoint => (Group(endpoint), endpoint.Text("properties", "privateLinkServiceConnections", "0", "properties", "privateLinkServiceId")!));

    private static string Short(Deployment deployment, Resource resource) => deployment.Tokens.Aggregate($"{resource}", (name, token) => name.Replace(token, "", StringComparison.Ordinal));

    private static string Group(Resource resource) => resource.Id.Split('/')[4];
}
