using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>What the video element of one viewer really did, by listeners of the test's own; see browser/watch.mjs.</summary>
/// <param name="SessionId">The session that the platform told the player.</param>
/// <param name="StartupMs">From the platform's answer that the video can be played to the first picture.</param>
/// <param name="Parts">Hundredths of the title that the browser says it played.</param>
internal sealed record Watched(
    string SessionId,
    IReadOnlyList<string> Failures,
    double StartupMs,
    double WatchedMs,
    int Stalls,
    double StalledMs,
    int Seeks,
    IReadOnlyList<int> Parts)
{
    /// <summary>Three at once: one whose line is too slow for a while, one who seeks and closes the tab, one whose line is gone for a while.</summary>
    public static async Task<IReadOnlyList<Watched>> ByThreeAsync(string watchUrl, string playlistUrl)
    {
        var script = Path.Combine(Repository.Root, "tests", "EndToEnd", "browser", "watch.mjs");
        var run = await CommandLine.RunAsync("node", [script, watchUrl, playlistUrl], TimeSpan.FromMinutes(3));
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonSerializer.Deserialize<List<Watched>>(run.Output, JsonSerializerOptions.Web)!;
    }
}
