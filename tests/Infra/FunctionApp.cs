namespace StreamPlatform.Infra.Tests;

/// <summary>A function app and its settings by name.</summary>
internal sealed record FunctionApp(Resource Site, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>True for the one that azd deploys, which does what isn't a request too.</summary>
    public bool Works => Site.Text("tags", "azd-service-name") == "functions";

    public string Location => Site.Text("location")!;

    /// <summary>Names of functions that are turned off in it.</summary>
    public IEnumerable<string> Disabled => Settings
        .Where(setting => setting.Key.StartsWith(Before, StringComparison.Ordinal) && setting.Key.EndsWith(After, StringComparison.Ordinal))
        .Select(setting => setting.Key[Before.Length..^After.Length]);

    /// <summary>The settings that are its own words for something, without those that turn functions off.</summary>
    public IReadOnlyDictionary<string, string> Words => Settings.Where(setting => !setting.Key.EndsWith(After, StringComparison.Ordinal)).ToDictionary();

    private const string Before = "AzureWebJobs.";
    private const string After = ".Disabled";
}
