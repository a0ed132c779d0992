using System.Text.Json;
using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests;

/// <summary>
/// The function app's own build, as far as it can be told where its packages can't be had: what the project files evaluate
/// to, and that sources say nothing the genuine packages don't know.
/// </summary>
public sealed partial class FunctionAppBuildTests
{
    /// <summary>Versions that go together, as they were checked (docs/functions-api.md).</summary>
    private static readonly Dictionary<string, string> Genuine = new()
    {
        ["Microsoft.Azure.Functions.Worker"] = "2.52.0",
        ["Microsoft.Azure.Functions.Worker.OpenTelemetry"] = "1.2.0",
        ["Microsoft.Azure.Functions.Worker.Sdk"] = "2.0.7",
        ["Microsoft.Azure.Functions.Worker.Extensions.Http"] = "3.3.0",
        ["Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore"] = "2.1.1",
        ["Microsoft.Azure.Functions.Worker.Extensions.Timer"] = "4.3.1",
        ["Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs"] = "6.8.2",
        ["Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues"] = "5.5.5",
        ["Microsoft.Azure.Functions.Worker.Extensions.EventHubs"] = "6.5.1",
        ["Microsoft.Azure.Functions.Worker.Extensions.ServiceBus"] = "5.24.0",
        ["Microsoft.Azure.Functions.Worker.Extensions.DurableTask"] = "1.16.4",
        ["Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged"] = "1.6.0",
    };

    /// <summary>What only the project needs that starts the worker.</summary>
    private static readonly string[] OfTheApp = ["Microsoft.Azure.Functions.Worker.Sdk", "Microsoft.Azure.Functions.Worker.OpenTelemetry"];

    private static readonly string[] Hosted = ["functions/StreamPlatform.Functions.csproj", "orchestrations/StreamPlatform.Orchestrations.csproj"];

    public static TheoryData<string> Projects => [.. Hosted];

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task For_azure_a_project_takes_the_genuine_packages_and_nothing_of_the_embedded_runtime(string project)
    {
        using var evaluated = JsonDocument.Parse(await DotNet.RunAsync(
            "msbuild", project, "-p:FunctionsHost=Azure", "-getItem:PackageReference", "-getItem:PackageVersion", "-getItem:ProjectReference", "-getItem:Using", "-getProperty:OutputType"));
        var items = evaluated.RootElement.GetProperty("Items");
        var versions = items.GetProperty("PackageVersion").EnumerateArray().ToDictionary(Identity, item => item.GetProperty("Version").GetString());
        var packages = items.GetProperty("PackageReference").EnumerateArray().Select(Identity).Where(name => name.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal)).ToList();
        var isApp = project.StartsWith("functions", StringComparison.Ordinal);

        Assert.Equal(
            Genuine.Where(package => isApp || !OfTheApp.Contains(package.Key)).Select(package => $"{package.Key} {package.Value}").Order(StringComparer.Ordinal),
            packages.Select(name => $"{name} {versions[name]}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(items.GetProperty("ProjectReference").EnumerateArray().Select(Identity), path => path.Contains("local", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(items.GetProperty("Using").EnumerateArray().Select(Identity), name => name.StartsWith("StreamPlatform.Local", StringComparison.Ordinal));
        Assert.Equal(isApp ? "Exe" : "Library", evaluated.RootElement.GetProperty("Properties").GetProperty("OutputType").GetString());
    }

    [Fact]
    public void Whoever_builds_the_function_app_itself_builds_it_for_azure() => Assert.Equal(
        ["-p:FunctionsHost=Azure", "-rp:FunctionsHost=Azure"], File.ReadAllLines(Path.Combine(Checkout.Root, "functions", "Directory.Build.rsp")).Where(line => line.Length > 0));

    /// <summary>Names and named arguments of each attribute of the programming model, as the page lists them.</summary>
    [Fact]
    public void Attributes_of_functions_are_those_of_the_genuine_packages()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "functions-api.md"));
        var listed = page.Split('\n').First(line => line.StartsWith("- `Function(name)`", StringComparison.Ordinal)) is { } first
            ? page[page.IndexOf(first, StringComparison.Ordinal)..page.IndexOf("**Hosting**", StringComparison.Ordinal)]
            : throw new InvalidOperationException("The page lists no attributes.");
        var used = Checkout.Sources.Where(source => source.Path.StartsWith("functions", StringComparison.Ordinal) || source.Path.StartsWith("orchestrations", StringComparison.Ordinal))
            .SelectMany(source => Attribute().Matches(source.Text).Select(match => (source.Path, Name: match.Groups["name"].Value, Arguments: match.Groups["arguments"].Value))).ToList();

        Assert.True(used.Count > 50, $"Only {used.Count} attributes were found.");
        Assert.All(used, attribute =>
        {
            Assert.Matches($@"`{attribute.Name}\b", listed);
            var whole = Regex.Match(listed, $@"`{attribute.Name}\b[^`\n]*`(?: or `[^`\n]*`)?").Value;
            Assert.All(NamedArgument().Matches(attribute.Arguments), argument => Assert.Matches($@"\b{argument.Groups["name"].Value}\b", whole));
        });
    }

    private static string Identity(JsonElement item) => item.GetProperty("Identity").GetString()!;

    [GeneratedRegex(@"\[(?<name>Function|\w+Trigger|\w+Input|\w+Output|DurableClient|FixedDelayRetry|ExponentialBackoffRetry)(?:\((?<arguments>(?:[^()]|\([^()]*\))*)\))?\]")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\b(?<name>[A-Z]\w*) = ")]
    private static partial Regex NamedArgument();
}
