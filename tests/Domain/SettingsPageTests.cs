using System.Text.Json;
using System.Text.RegularExpressions;

namespace StreamPlatform.Domain.Tests;

/// <summary>Every setting that code reads is documented and in the sample, with the default that the page tells; nothing else is.</summary>
public sealed partial class SettingsPageTests
{
    /// <summary>Read by the Functions host or the Azure SDK, not by our code by that name.</summary>
    private static readonly string[] Others =
    [
        "FUNCTIONS_WORKER_RUNTIME", "DURABLE_TASK_SCHEDULER_CONNECTION_STRING", "TASKHUB_NAME", "AZURE_CLIENT_ID",
        "AzureWebJobsStorage", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri",
        "ContentStorage__blobServiceUri", "ContentStorage__queueServiceUri", "MediaStorage__blobServiceUri", "APPLICATIONINSIGHTS_CONNECTION_STRING", "OTEL_EXPORTER_OTLP_ENDPOINT", "ServiceBus__fullyQualifiedNamespace", "ServiceBus__credential", "ServiceBus__clientId",
        "EventHub__fullyQualifiedNamespace", "EventHub__credential", "EventHub__clientId",
    ];

    private static readonly string Page = File.ReadAllText(Path.Combine(ErrorCodesPage.Root, "docs", "settings.md"));

    [Fact]
    public void The_page_of_settings_tells_what_code_reads() =>
        Assert.Equal(Read().Concat(Others).Order(StringComparer.Ordinal), Told().Select(setting => setting.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_sample_has_every_setting_with_its_default()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(ErrorCodesPage.Root, "local.settings.sample.json")));
        var values = sample.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString());

        Assert.Equal(Told().Select(setting => setting.Name).Order(StringComparer.Ordinal), values.Keys.Order(StringComparer.Ordinal));
        Assert.All(Told().Where(setting => setting.Default is not null), setting => Assert.Equal(setting.Default, values[setting.Name]));
    }

    private static IEnumerable<(string Name, string? Default)> Told() =>
        Row().Matches(Page).Select(row => (row.Groups["name"].Value, row.Groups["default"].Success ? row.Groups["default"].Value.Trim() : null));

    private static IEnumerable<string> Read() => new[] { "src", "functions", "transcoder", "live", "local" }
        .SelectMany(room => Directory.EnumerateFiles(Path.Combine(ErrorCodesPage.Root, room), "*.cs", SearchOption.AllDirectories))
        .Select(File.ReadAllText)
        .SelectMany(source => Named().Matches(source).Select(name => name.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal)).Concat(OfSection(source)))
        .Distinct();

    /// <summary>Options that are bound as they are: each property is a setting.</summary>
    private static IEnumerable<string> OfSection(string source) => SectionName().Match(source) is { Success: true } section
        ? Property().Matches(source).Select(property => $"{section.Groups["name"].Value}__{property.Groups["name"].Value}")
        : [];

    [GeneratedRegex(@"^\| `(?<name>\w+)` \|(?:(?<default>[^|\n]*)\|)?[^|\n]*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("\"(?<name>Tracing__Folder|(?:Processing|Transcode|Cosmos|KeyVault|Live|Search|StreamPlatform|WebPubSub):\\w+)\"|(?<name>Quotas:\\w+) must")]
    private static partial Regex Named();

    [GeneratedRegex("const string Section = \"(?<name>\\w+)\"")]
    private static partial Regex SectionName();

    [GeneratedRegex(@"public \w+ (?<name>\w+) \{ get; init; \}")]
    private static partial Regex Property();
}
