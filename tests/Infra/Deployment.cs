using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace StreamPlatform.Infra.Tests;

/// <summary>What a size deploys, read from its committed snapshot (which <see cref="SnapshotTests"/> holds to the Bicep).</summary>
internal sealed record Deployment(IReadOnlyList<Resource> Resources, IReadOnlyList<string> Diagnostics, IReadOnlySet<string> Outputs)
{
    private static readonly ConcurrentDictionary<string, Deployment> Read = [];

    public static TheoryData<string> Sizes => ["dev", "small", "global"];

    public static Deployment Of(string size) => Read.GetOrAdd(size, static name =>
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Infra, $"main.{name}.snapshot.json")))!;
        return new Deployment(
            [.. json["predictedResources"]!.AsArray().Select(resource => new Resource(resource!))],
            [.. json["diagnostics"]!.AsArray().Select(diagnostic => diagnostic!.ToString())],
            json["outputs"]!.AsObject().Select(output => output.Key).ToHashSet());
    });

    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    public Resource Single(string type) => Resources.Single(resource => resource.Type == type);

    /// <summary>The account of originals, work in progress and queues.</summary>
    public Resource Content => Account("stcontent");

    /// <summary>The account of what is published.</summary>
    public Resource Media => Account("stmedia");

    /// <summary>What makes names unique.</summary>
    public string Token => Content.Name["stcontent".Length..];

    /// <summary>The function app's settings by name.</summary>
    public IReadOnlyDictionary<string, string> AppSettings => Single("Microsoft.Web/sites/config")["properties"]!.AsObject()
        .ToDictionary(setting => setting.Key, setting => setting.Value!.ToString());

    /// <summary>The environment of the transcode jobs by name; every job has the same.</summary>
    public IReadOnlyDictionary<string, string> JobSettings => OfType("Microsoft.App/jobs").First()
        .At("properties", "template", "containers", "0", "env")!.AsArray()
        .ToDictionary(setting => setting!["name"]!.ToString(), setting => setting!["value"]!.ToString());

    private Resource Account(string prefix) =>
        OfType("Microsoft.Storage/storageAccounts").Single(account => account.Name.StartsWith(prefix, StringComparison.Ordinal));
}
