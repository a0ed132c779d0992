using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>What one playback in headless Chromium came to; see browser/play.mjs.</summary>
internal sealed record Playback(
    bool Ended,
    IReadOnlyList<string> Failures,
    string? Engine,
    string? State,
    int? Revision,
    IReadOnlyList<string> PlayerErrors,
    string? MediaError,
    double CurrentTime,
    double Duration,
    IReadOnlyList<double[]> Ranges,
    int Holes,
    IReadOnlyList<int> Heights,
    IReadOnlyDictionary<string, double> TrackEnds,
    double? FirstFrameMs);

internal static class Browser
{
    public static async Task<Playback> PlayAsync(string url, double rate = 1, bool switches = false, string? screenshot = null)
    {
        var options = JsonSerializer.Serialize(new { url, rate, switches, screenshot, timeoutSeconds = 150 });
        var script = Path.Combine(Repository.Root, "tests", "EndToEnd", "browser", "play.mjs");
        var run = await CommandLine.RunAsync("node", [script, options], TimeSpan.FromMinutes(4));
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonSerializer.Deserialize<Playback>(run.Output, JsonSerializerOptions.Web)!;
    }
}
