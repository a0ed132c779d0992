using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Developers read the API on a page of the platform's own, and try it there.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class ApiReferenceTests(OwnedPlatform owned)
{
    [Fact]
    public async Task The_page_shows_every_operation_tries_one_and_asks_no_other_host()
    {
        using var client = new HttpClient { BaseAddress = owned.Platform.Url };
        using var description = JsonDocument.Parse(await client.GetStringAsync("/api/openapi.json"));
        var described = description.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(_ => path.Name));

        var script = Path.Combine(Repository.Root, "tests", "EndToEnd", "browser", "reference.mjs");
        var run = await CommandLine.RunAsync("node", [script, new Uri(owned.Platform.Url, "/api/docs").AbsoluteUri], TimeSpan.FromMinutes(2));
        Assert.True(run.ExitCode == 0, run.Errors);
        var seen = JsonSerializer.Deserialize<Seen>(run.Output, JsonSerializerOptions.Web)!;

        Assert.True(seen.Trouble.Count == 0, string.Join("\n", seen.Trouble));
        Assert.Empty(seen.Strangers);
        Assert.Equal(described.Order(StringComparer.Ordinal), seen.Operations.Order(StringComparer.Ordinal));
        Assert.Equal("200", seen.Status);
    }

    private sealed record Seen(IReadOnlyList<string> Operations, string Status, IReadOnlyList<string> Trouble, IReadOnlyList<string> Strangers);
}
