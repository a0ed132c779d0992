namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>Nothing is public that needn't be, nobody comes in with a key, and nothing is said in clear.</summary>
public sealed class ClosedDoorsTests
{
    /// <summary>The property that refuses keys, and the value that does, of each type that has keys at all.</summary>
    private static readonly Dictionary<string, (string[] Path, string Value)> KeysRefused = new()
    {
        ["Microsoft.Storage/storageAccounts"] = (["properties", "allowSharedKeyAccess"], "false"),
        ["Microsoft.DocumentDB/databaseAccounts"] = (["properties", "disableLocalAuth"], "true"),
        ["Microsoft.EventHub/namespaces"] = (["properties", "disableLocalAuth"], "true"),
        ["Microsoft.ServiceBus/namespaces"] = (["properties", "disableLocalAuth"], "true"),
        ["Microsoft.Search/searchServices"] = (["properties", "disableLocalAuth"], "true"),
        ["Microsoft.SignalRService/webPubSub"] = (["properties", "disableLocalAuth"], "true"),
        ["Microsoft.ContainerRegistry/registries"] = (["properties", "adminUserEnabled"], "false"),
        ["Microsoft.Insights/components"] = (["properties", "DisableLocalAuth"], "true"),
        ["Microsoft.OperationalInsights/workspaces"] = (["properties", "features", "disableLocalAuth"], "true"),
        ["Microsoft.KeyVault/vaults"] = (["properties", "enableRbacAuthorization"], "true"),
        ["Microsoft.Web/sites/basicPublishingCredentialsPolicies"] = (["properties", "allow"], "false"),
    };

    /// <summary>The least TLS version of each type that lets one choose.</summary>
    private static readonly Dictionary<string, (string[] Path, string Value)> Tls = new()
    {
        ["Microsoft.Storage/storageAccounts"] = (["properties", "minimumTlsVersion"], "TLS1_2"),
        ["Microsoft.DocumentDB/databaseAccounts"] = (["properties", "minimalTlsVersion"], "Tls12"),
        ["Microsoft.EventHub/namespaces"] = (["properties", "minimumTlsVersion"], "1.2"),
        ["Microsoft.ServiceBus/namespaces"] = (["properties", "minimumTlsVersion"], "1.2"),
        ["Microsoft.Web/sites"] = (["properties", "siteConfig", "minTlsVersion"], "1.2"),
        ["Microsoft.Cdn/profiles/customDomains"] = (["properties", "tlsSettings", "minimumTlsVersion"], "TLS12"),
    };

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Nobody_comes_in_with_a_key(string size) => AllHave(size, KeysRefused);

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Nothing_older_than_tls_1_2_is_spoken(string size) => AllHave(size, Tls);

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Pages_of_others_never_come_with_credentials(string size)
    {
        Assert.All(Deployment.Of(size).Apps, app =>
        {
            Assert.False(app.Site.Flag("properties", "siteConfig", "cors", "supportCredentials"));
            Assert.Equal("true", app.Settings["RateLimits__TrustProxy"]);
        });
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void No_blob_is_public(string size)
    {
        var deployment = Deployment.Of(size);
        Assert.All(deployment.OfType("Microsoft.Storage/storageAccounts"), account => Assert.False(account.Flag("properties", "allowBlobPublicAccess"), $"{account}"));
        Assert.All(
            deployment.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", container.Text("properties", "publicAccess")));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Everything_that_serves_the_web_does_so_by_https(string size)
    {
        var deployment = Deployment.Of(size);
        Assert.All(deployment.Apps, app => Assert.True(app.Site.Flag("properties", "httpsOnly")));
        Assert.All(deployment.OfType("Microsoft.Storage/storageAccounts"), account => Assert.True(account.Flag("properties", "supportsHttpsTrafficOnly")));
        var routes = deployment.OfType("Microsoft.Cdn/profiles/afdEndpoints/routes").ToList();
        Assert.NotEmpty(routes);
        Assert.All(routes, route => Assert.Equal("Enabled", route.Text("properties", "httpsRedirect")));
        Assert.All(routes, route => Assert.Equal("HttpsOnly", route.Text("properties", "forwardingProtocol")));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Browsers_upload_only_from_pages_that_are_named(string size)
    {
        var rules = Deployment.Of(size).OfType("Microsoft.Storage/storageAccounts/blobServices")
            .SelectMany(service => service.At("properties", "cors", "corsRules")?.AsArray() ?? []).ToList();
        Assert.Single(rules);
        Assert.DoesNotContain(rules[0]!["allowedOrigins"]!.AsArray(), origin => origin!.ToString().Contains('*'));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Function_apps_let_in_front_door_and_the_one_that_works_event_grid(string size) => Assert.All(Deployment.Of(size).Apps, app =>
    {
        Assert.Equal("Deny", app.Site.Text("properties", "siteConfig", "ipSecurityRestrictionsDefaultAction"));
        var rules = app.Site.At("properties", "siteConfig", "ipSecurityRestrictions")!.AsArray();
        // By Private Link, Front Door needs no rule.
        string[] edge = size == "global" ? [] : ["AzureFrontDoor.Backend"];
        Assert.Equal(app.Works ? [.. edge, "AzureEventGrid"] : edge, rules.Select(rule => rule!["ipAddress"]!.ToString()));
        // Anybody's Front Door has those addresses; ours has this id.
        Assert.All(rules.Take(edge.Length), rule => Assert.Contains("frontDoorId", rule!["headers"]!["x-azure-fdid"]![0]!.ToString(), StringComparison.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void No_template_asks_for_a_key(string size) =>
        Assert.DoesNotContain("listKeys", File.ReadAllText(Path.Combine(Checkout.Infra, $"main.{size}.snapshot.json")), StringComparison.OrdinalIgnoreCase);

    private static void AllHave(string size, Dictionary<string, (string[] Path, string Value)> required)
    {
        var deployment = Deployment.Of(size);
        // A type that is no longer deployed would make its line say nothing; the custom domain is only global's.
        Assert.All(required.Keys.Except(["Microsoft.Cdn/profiles/customDomains"]), type => Assert.NotEmpty(deployment.OfType(type)));
        foreach (var resource in deployment.Resources)
            if (required.TryGetValue(resource.Type, out var rule))
                Assert.True(
                    string.Equals(rule.Value, resource.Text(rule.Path), StringComparison.OrdinalIgnoreCase),
                    $"{resource}: {string.Join('.', rule.Path)} is {resource.Text(rule.Path) ?? "not set"}, not {rule.Value}.");
    }
}
