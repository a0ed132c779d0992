using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests;

/// <summary>What docs/infrastructure.md lists is what there is.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "infrastructure.md"));

    [Fact]
    public void The_page_names_every_module()
    {
        var modules = Directory.GetFiles(Path.Combine(Checkout.Infra, "app"), "*.bicep").Select(Path.GetFileNameWithoutExtension).ToList();
        Assert.True(modules.Count > 20);
        Assert.All(modules, module => Assert.Contains($"`{module}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_module_is_deployed()
    {
        var main = File.ReadAllText(Path.Combine(Checkout.Infra, "main.bicep"));
        var modules = Directory.GetFiles(Path.Combine(Checkout.Infra, "app"), "*.bicep").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        Assert.All(
            modules.Keys,
            name => Assert.True(main.Contains($"'app/{name}'", StringComparison.Ordinal) || modules.Values.Any(module => module.Contains($"'{name}' = ", StringComparison.Ordinal)), name));
    }

    [Fact]
    public void The_page_tells_every_parameter_and_what_azd_reads_it_from()
    {
        var parameters = Parameter().Matches(File.ReadAllText(Path.Combine(Checkout.Infra, "main.bicep"))).Select(match => match.Groups["name"].Value).ToList();
        var variables = Variable().Matches(File.ReadAllText(Path.Combine(Checkout.Infra, "main.bicepparam"))).Select(match => match.Groups["name"].Value).ToList();
        Assert.NotEmpty(parameters);
        Assert.NotEmpty(variables);
        Assert.All(parameters.Concat(variables), name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));
    }

    /// <summary>What the sheet counts of the size that is reckoned by hand: private endpoints, regions, containers, instances that wait.</summary>
    [Fact]
    public void What_costs_while_nobody_comes_is_counted_as_it_is_deployed()
    {
        var global = Deployment.Of("global");
        var formula = File.ReadAllLines(Path.Combine(Checkout.Root, "docs", "scale.md")).Single(line => line.StartsWith("| `idleGlobal` |", StringComparison.Ordinal));
        int Count(string type) => global.OfType(type).Count();
        Assert.Contains($" {Count("Microsoft.Network/privateEndpoints")} * endpointPrice", formula, StringComparison.Ordinal);
        Assert.Contains($" {global.Apps.Count} * {Count("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers")} * 1000 * ruUnit", formula, StringComparison.Ordinal);
        Assert.Contains($" {global.Apps.Sum(app => int.Parse(app.Site.Text("properties", "functionAppConfig", "scaleAndConcurrency", "alwaysReady", "0", "instanceCount")!, System.Globalization.CultureInfo.InvariantCulture))} * instanceMemory", formula, StringComparison.Ordinal);
        Assert.Contains($" {global.Single("Microsoft.Search/searchServices").Text("properties", "replicaCount")} * searchStandardPrice", formula, StringComparison.Ordinal);
        Assert.Contains($" {1 + Count("Microsoft.ContainerRegistry/registries/replications")} * registryPremiumPrice", formula, StringComparison.Ordinal);
        Assert.Contains($" {global.Single("Microsoft.DurableTask/schedulers").Text("properties", "sku", "capacity")} * schedulerUnitPrice", formula, StringComparison.Ordinal);
        Assert.Contains($" {global.Single("Microsoft.EventHub/namespaces").Text("sku", "capacity")} * throughputUnitPrice", formula, StringComparison.Ordinal);
    }

    /// <summary>The static web app serves pages as web/README.md says a server must.</summary>
    [Fact]
    public void Pages_fall_back_to_the_one_entry_and_files_do_not()
    {
        var site = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "web", "public", "staticwebapp.config.json")))!;
        var readme = File.ReadAllText(Path.Combine(Checkout.Root, "web", "README.md"));
        Assert.Equal("/index.html", site["navigationFallback"]!["rewrite"]!.ToString());
        Assert.All(site["navigationFallback"]!["exclude"]!.AsArray(), file => Assert.Contains($"`{file}`", readme, StringComparison.Ordinal));
        Assert.Contains($"`{site["globalHeaders"]!["Content-Security-Policy"]}`", readme, StringComparison.Ordinal);
        Assert.Contains($"`{site["routes"]![0]!["headers"]!["Cache-Control"]}`", readme, StringComparison.Ordinal);
    }

    [GeneratedRegex("^param (?<name>\\w+) ", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex("readEnvironmentVariable\\('(?<name>\\w+)'")]
    private static partial Regex Variable();
}
