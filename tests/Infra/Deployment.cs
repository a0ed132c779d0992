using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace StreamPlatform.Infra.Tests;

/// <summary>What a size deploys, read from its committed snapshot (which <see cref="SnapshotTests"/> holds to the Bicep).</summary>
internal sealed record Deployment(IReadOnlyList<Resource> Resources, IReadOnlyList<string> Diagnostics, IReadOnlyDictionary<string, string> Outputs)
{
    private static readonly ConcurrentDictionary<string, Deployment> Read = [];

    public static TheoryData<string> Sizes => ["dev", "small", "global"];

    public static Deployment Of(string size) => Read.GetOrAdd(size, static name => From(Path.Combine(Checkout.Infra, $"main.{name}.snapshot.json")));

    /// <summary>Reads a snapshot.</summary>
    public static Deployment From(string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        return new Deployment(
            [.. json["predictedResources"]!.AsArray().Select(resource => new Resource(resource!))],
            [.. json["diagnostics"]!.AsArray().Select(diagnostic => diagnostic!.ToString())],
            json["outputs"]!.AsObject().ToDictionary(output => output.Key, output => output.Value!.ToString()));
    }

    /// <summary>What a size would deploy with other parameters; a parameter that is given anew replaces the size's own.</summary>
    public static async Task<Deployment> WithAsync(string size, params string[] parameters)
    {
        using var folder = new TemporaryFolder();
        var names = parameters.Select(parameter => string.Join(' ', parameter.Split(' ')[..2])).ToList();
        var lines = (await File.ReadAllLinesAsync(Path.Combine(Checkout.Infra, $"main.{size}.bicepparam")))
            .Where(line => !names.Exists(name => line.StartsWith($"{name} ", StringComparison.Ordinal)))
            .Select(line => line.Replace("'main.bicep'", $"'{Path.GetRelativePath(folder.Path, Path.Combine(Checkout.Infra, "main.bicep"))}'", StringComparison.Ordinal))
            .Select(line => line.Replace("'sizes.bicep'", $"'{Path.GetRelativePath(folder.Path, Path.Combine(Checkout.Infra, "sizes.bicep"))}'", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "main.other.bicepparam"), lines.Concat(parameters));
        var (exit, printed) = await BicepCli.SnapshotAsync(folder.Path, "main.other.bicepparam", "overwrite");
        Assert.Equal((0, ""), (exit, printed));
        return From(Path.Combine(folder.Path, "main.other.snapshot.json"));
    }

    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    public Resource Single(string type) => Resources.Single(resource => resource.Type == type);

    /// <summary>The account of originals, work in progress and queues.</summary>
    public Resource Content => Account("stcontent");

    /// <summary>The account of what is published.</summary>
    public Resource Media => Account("stmedia");

    /// <summary>What makes names unique, home's first.</summary>
    public IReadOnlyList<string> Tokens => [.. Apps.Select(app => app.Site.Name["func-".Length..])];

    /// <summary>The function apps, home's first.</summary>
    public IReadOnlyList<FunctionApp> Apps =>
    [
        .. OfType("Microsoft.Web/sites").Select(site => new FunctionApp(
            site,
            OfType("Microsoft.Web/sites/config").Single(config => config.Id == $"{site.Id}/config/appsettings")["properties"]!.AsObject()
                .ToDictionary(setting => setting.Key, setting => setting.Value!.ToString()))),
    ];

    /// <summary>The one that works, beside answering.</summary>
    public FunctionApp App => Apps.Single(app => app.Works);

    /// <summary>Settings, by name, of the function app that works.</summary>
    public IReadOnlyDictionary<string, string> AppSettings => App.Settings;

    /// <summary>The environment of the transcode jobs by name; every job has the same.</summary>
    public IReadOnlyDictionary<string, string> JobSettings => OfType("Microsoft.App/jobs").First()
        .At("properties", "template", "containers", "0", "env")!.AsArray()
        .ToDictionary(setting => setting!["name"]!.ToString(), setting => setting!["value"]!.ToString());

    private Resource Account(string prefix) =>
        OfType("Microsoft.Storage/storageAccounts").Single(account => account.Name.StartsWith(prefix, StringComparison.Ordinal));
}
