using StreamPlatform.Domain.Live;

namespace StreamPlatform.Infra.Tests.Policies;

/// <summary>Encoders and viewers reach the one process that has their stream.</summary>
public sealed class LiveTests
{
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void A_cell_is_one_replica_and_azd_deploys_the_first(string size)
    {
        Assert.All(Cells(size), cell =>
        {
            Assert.Equal(("1", "1"), (cell.Text("properties", "template", "scale", "minReplicas"), cell.Text("properties", "template", "scale", "maxReplicas")));
            Assert.Equal("Single", cell.Text("properties", "configuration", "activeRevisionsMode"));
            Assert.InRange(cell.Name.Length, 2, 32);
        });
        Assert.Equal("live", Assert.Single(Cells(size).Select(cell => cell.Text("tags", "azd-service-name")).OfType<string>()));
    }

    /// <summary>Ports are the environment's: two cells with one port could not be told apart, and the second would not deploy.</summary>
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void Each_cell_has_a_port_of_its_own_for_encoders_and_https_alone_for_viewers(string size)
    {
        var ports = Cells(size).Select(cell => cell.At("properties", "configuration", "ingress", "additionalPortMappings", "0")!).ToList();
        Assert.Equal(Enumerable.Range(1935, ports.Count).Select(port => $"{port}"), ports.Select(port => port["exposedPort"]!.ToString()));
        Assert.All(Cells(size), cell => Assert.False(cell.Flag("properties", "configuration", "ingress", "allowInsecure")));
        var environment = Deployment.Of(size).OfType("Microsoft.App/managedEnvironments").Single(found => found.Name.StartsWith("cae-live-", StringComparison.Ordinal));
        Assert.False(environment.Flag("properties", "vnetConfiguration", "internal"));
        Assert.EndsWith("/subnets/live", environment.Text("properties", "vnetConfiguration", "infrastructureSubnetId"), StringComparison.Ordinal);
    }

    /// <summary>The name that a cell puts into its paths is that by which the edge finds it.</summary>
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void The_edge_leads_to_each_cell_by_the_name_that_it_has(string size)
    {
        var names = Cells(size).Select(cell => SettingsOf(cell)["Live__Node"]).ToList();
        Assert.All(names, name => Assert.True(LiveNode.IsName(name)));
        var routes = Deployment.Of(size).OfType("Microsoft.Cdn/profiles/afdEndpoints/routes")
            .Where(route => route.Text("properties", "patternsToMatch", "0")!.StartsWith($"/{LiveNode.PathPrefix}/", StringComparison.Ordinal)).ToList();
        Assert.Equal(names.Select(name => $"/{LiveNode.PathPrefix}/{name}/*"), routes.Select(route => route.Text("properties", "patternsToMatch", "0")));
        foreach (var (name, route) in names.Zip(routes))
            Assert.EndsWith($"/originGroups/live-{name}", route.Text("properties", "originGroup", "id"), StringComparison.Ordinal);
    }

    /// <summary>Were what a player waits for not part of the key, one would get the playlist that another had waited for.</summary>
    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void The_edge_keeps_playlists_by_what_was_waited_for(string size) => Assert.All(
        Deployment.Of(size).OfType("Microsoft.Cdn/profiles/afdEndpoints/routes").Where(route => route.Name.Contains("/live-", StringComparison.Ordinal)),
        route => Assert.Equal(
            ("IgnoreSpecifiedQueryStrings", "CMCD"),
            (route.Text("properties", "cacheConfiguration", "queryStringCachingBehavior"), route.Text("properties", "cacheConfiguration", "queryParameters"))));

    [Fact]
    public void Where_documents_are_in_a_network_the_cells_are_too()
    {
        Assert.Contains(Deployment.Of("global").OfType("Microsoft.Network/virtualNetworks/subnets"), subnet => subnet.Name.EndsWith("/live", StringComparison.Ordinal) && subnet.Name.StartsWith("vnet-", StringComparison.Ordinal) && !subnet.Name.Contains("live-", StringComparison.Ordinal));
        Assert.DoesNotContain(Deployment.Of("global").OfType("Microsoft.Network/virtualNetworks"), network => network.Name.StartsWith("vnet-live-", StringComparison.Ordinal));
        Assert.StartsWith("vnet-live-", Deployment.Of("dev").Single("Microsoft.Network/virtualNetworks").Name, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Deployment.Sizes), MemberType = typeof(Deployment))]
    public void A_cell_is_probed_where_it_answers_and_acts_as_itself(string size)
    {
        var identity = Deployment.Of(size).OfType("Microsoft.ManagedIdentity/userAssignedIdentities").Single(found => found.Name.StartsWith("id-live-", StringComparison.Ordinal));
        Assert.All(Cells(size), cell =>
        {
            var container = cell.At("properties", "template", "containers", "0")!;
            Assert.All(container["probes"]!.AsArray(), probe => Assert.Equal(("/healthz", SettingsOf(cell)["Live__HttpPort"]), (probe!["httpGet"]!["path"]!.ToString(), probe["httpGet"]!["port"]!.ToString())));
            Assert.Equal(SettingsOf(cell)["Live__HttpPort"], cell.Text("properties", "configuration", "ingress", "targetPort"));
            Assert.Equal(SettingsOf(cell)["Live__RtmpPort"], cell.Text("properties", "configuration", "ingress", "additionalPortMappings", "0", "targetPort"));
            Assert.Contains("id-live-", SettingsOf(cell)["AZURE_CLIENT_ID"], StringComparison.Ordinal);
            Assert.Equal(identity.Id, cell.Text("properties", "configuration", "registries", "0", "identity"));
        });
    }

    private static IReadOnlyList<Resource> Cells(string size) => [.. Deployment.Of(size).OfType("Microsoft.App/containerApps")];

    private static Dictionary<string, string> SettingsOf(Resource cell) => cell.At("properties", "template", "containers", "0", "env")!.AsArray()
        .ToDictionary(setting => setting!["name"]!.ToString(), setting => setting!["value"]!.ToString());
}
