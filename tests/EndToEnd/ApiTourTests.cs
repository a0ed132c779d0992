using System.Text.RegularExpressions;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>What docs/api.md says can be pasted can be.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed partial class ApiTourTests(OwnedPlatform owned)
{
    [Fact]
    public async Task Every_line_of_the_tour_works_when_it_is_pasted_after_the_one_before()
    {
        var blocks = Block().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"))).Select(block => block.Groups["code"].Value).ToList();
        Assert.True(blocks.Count > 8);
        // The first says where things are, which is for each to fill in.
        var script = "set -euo pipefail\n" + string.Concat(blocks.Skip(1).Select((block, i) => $"echo; echo '== {i + 1}'\n{block}"));

        var run = await CommandLine.RunAsync(
            "bash",
            ["-c", script],
            TimeSpan.FromMinutes(3),
            new Dictionary<string, string> { ["API"] = new Uri(owned.Platform.Url, "/api").AbsoluteUri, ["KEY"] = owned.Platform.ApiKey, ["FILE"] = owned.Short });

        Assert.True(run.ExitCode == 0, $"{run.Output}\n{run.Errors}");
        foreach (var seen in new[] { "#EXTM3U", "<MPD", "A walk by the sea", "A long walk by the sea", "\"code\":\"asset.not_found\"", "x-request-id: tour-1", "\"token\";r=" })
            Assert.Contains(seen, run.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex("```sh\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
