using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>
/// What one playback in headless Chromium came to; see browser/play.mjs. The course is the position, whether paused (p) and
/// the ready state every 5 s.
/// </summary>
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
    double? FirstFrameMs,
    string Course);

internal static class Browser
{
    public static async Task<Playback> PlayAsync(string url, double rate = 1, bool switches = false, string? screenshot = null, int timeoutSeconds = 150)
    {
        var options = JsonSerializer.Serialize(new { url, rate, switches, screenshot, timeoutSeconds });
        var script = Path.Combine(Repository.Root, "tests", "EndToEnd", "browser", "play.mjs");
        var run = await CommandLine.RunAsync("node", [script, options], TimeSpan.FromSeconds(timeoutSeconds + 180));
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonSerializer.Deserialize<Playback>(run.Output, JsonSerializerOptions.Web)!;
    }
}
