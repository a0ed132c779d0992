using System.Text.Json.Nodes;

namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>What the edge keeps, and for whom.</summary>
public sealed class FrontDoorTests
{
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Each_path_goes_where_it_is_served(string size)
    {
        var routes = Routes(size).ToDictionary(route => Last(route.Name), route => (route.Text("properties", "patternsToMatch", "0"), Last(route.Text("properties", "originGroup", "id")!)));
        Assert.Equal(("/api/playback/*", "api"), routes["playback"]);
        Assert.Equal(("/api/*", "api"), routes["api"]);
        Assert.Equal(("/api/operations/*", "work"), routes["operations"]);
        Assert.Equal(("/media/*", "media"), routes["media"]);
        Assert.Equal(("/*", "web"), routes["web"]);
        foreach (var (name, pattern) in new[] { ("watch", "/watch/*"), ("embed", "/embed/*"), ("sitemaps", "/sitemaps/*"), ("sitemap", "/sitemap.xml"), ("robots", "/robots.txt") })
            Assert.Equal((pattern, "api"), routes[$"page-{name}"]);
        Assert.Equal(10, routes.Keys.Count(name => !name.StartsWith("live-", StringComparison.Ordinal)));
    }

    /// <summary>As the embedded runtime has it: at the root what the function app has below <c>pages</c>.</summary>
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Pages_that_functions_write_are_at_the_root(string size) => Assert.All(
        Routes(size).Where(route => Last(route.Name).StartsWith("page-", StringComparison.Ordinal)),
        route => Assert.Equal("/api/pages" + route.Text("properties", "patternsToMatch", "0")!.TrimEnd('*'), route.Text("properties", "originPath")));

    /// <summary>
    /// A cache that ignored the query would hand signed media to whoever has no signature; one that heeded what each player says
    /// of itself would keep every segment for every viewer.
    /// </summary>
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void What_is_signed_is_kept_by_its_signature_and_not_by_who_watches(string size)
    {
        foreach (var name in new[] { "media", "playback" })
            AssertKept(Routes(size).Single(route => Last(route.Name) == name).At("properties", "cacheConfiguration"));
        var rule = Deployment.Of(size).OfType("Microsoft.Cdn/profiles/ruleSets/rules").Single(rule => Last(rule.Name) == "KeepForADay");
        AssertKept(rule.At("properties", "actions", "0", "parameters", "cacheConfiguration"));

        static void AssertKept(JsonNode? cache) =>
            Assert.Equal(("IgnoreSpecifiedQueryStrings", "CMCD"), (cache?["queryStringCachingBehavior"]?.ToString(), cache?["queryParameters"]?.ToString()));
    }

    /// <summary>Appended to what a viewer wrote, it would not be believed; beside another route's it would not be there.</summary>
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Playback_is_told_the_country_in_the_header_that_the_function_app_reads(string size)
    {
        var rule = Deployment.Of(size).OfType("Microsoft.Cdn/profiles/ruleSets/rules").Single(rule => Last(rule.Name) == "TellCountry");
        var action = rule.At("properties", "actions", "0", "parameters")!;
        Assert.Equal(("Overwrite", "{geo_country}"), (action["headerAction"]!.ToString(), action["value"]!.ToString()));
        Assert.Contains($"\"StreamPlatform__CountryHeader\": \"{action["headerName"]}\"", File.ReadAllText(Path.Combine(Checkout.Root, "infra", $"main.{size}.snapshot.json")), StringComparison.Ordinal);
        Assert.Equal("viewer", Last(Routes(size).Single(route => Last(route.Name) == "playback").Text("properties", "ruleSets", "0", "id")!));
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Of_the_api_only_playback_is_kept_at_all(string size) =>
        Assert.Null(Routes(size).Single(route => Last(route.Name) == "api").At("properties", "cacheConfiguration"));

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void The_firewall_stands_before_every_address(string size)
    {
        var deployment = Deployment.Of(size);
        var guarded = deployment.Single("Microsoft.Cdn/profiles/securityPolicies").At("properties", "parameters", "associations", "0", "domains")!.AsArray().Select(domain => domain!["id"]!.ToString());
        var addresses = deployment.OfType("Microsoft.Cdn/profiles/afdEndpoints").Concat(deployment.OfType("Microsoft.Cdn/profiles/customDomains")).Select(address => address.Id);
        Assert.Equal(addresses.Order(), guarded.Order());
        Assert.Equal("Prevention", deployment.Single("Microsoft.Network/FrontDoorWebApplicationFirewallPolicies").Text("properties", "policySettings", "mode"));
    }

    [Fact]
    public void Premium_brings_managed_rules_and_a_private_link_to_the_media()
    {
        Assert.Equal(2, ManagedRules("global"));
        Assert.Equal(0, ManagedRules("small"));
        Assert.Equal("blob", MediaOrigin("global").Text("properties", "sharedPrivateLinkResource", "groupId"));
        Assert.Equal(Deployment.Of("global").Media.Id, MediaOrigin("global").Text("properties", "sharedPrivateLinkResource", "privateLink", "id"));
        Assert.Null(MediaOrigin("small").At("properties", "sharedPrivateLinkResource"));
    }

    private static int ManagedRules(string size) => Deployment.Of(size).Single("Microsoft.Network/FrontDoorWebApplicationFirewallPolicies")
        .At("properties", "managedRules", "managedRuleSets")!.AsArray().Count;

    private static Resource MediaOrigin(string size) => Deployment.Of(size).OfType("Microsoft.Cdn/profiles/originGroups/origins").Single(origin => origin.Name.EndsWith("/media/storage", StringComparison.Ordinal));

    private static IEnumerable<Resource> Routes(string size) => Deployment.Of(size).OfType("Microsoft.Cdn/profiles/afdEndpoints/routes");

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];
}
