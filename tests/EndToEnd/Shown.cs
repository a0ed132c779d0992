using System.Net.Http.Json;
using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>The figures in an analytics page, as its elements hold them, and the addresses that the page asked for them; see browser/figures.mjs.</summary>
/// <param name="Views">Of each window.</param>
/// <param name="Retention">Shares of plays.</param>
/// <param name="Minutes">Viewers in each of the last 60.</param>
internal sealed record Shown(
    IReadOnlyList<double> Totals,
    IReadOnlyList<double> Views,
    IReadOnlyList<double> Retention,
    IReadOnlyList<double> Rows,
    IReadOnlyList<double> Minutes,
    string Whole,
    string ByCountry,
    string Viewers,
    IReadOnlyList<string> Failures)
{
    public static async Task<Shown> AtAsync(string pageUrl)
    {
        var script = Path.Combine(Repository.Root, "tests", "EndToEnd", "browser", "figures.mjs");
        var run = await CommandLine.RunAsync("node", [script, pageUrl], TimeSpan.FromMinutes(3));
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonSerializer.Deserialize<Shown>(run.Output, JsonSerializerOptions.Web)!;
    }

    /// <summary>Asks the API what the page asked it: each figure is in the page as it is told.</summary>
    public async Task IsWhatTheApiTellsAsync(HttpClient client)
    {
        Assert.Empty(Failures);
        var whole = await client.GetFromJsonAsync<JsonElement>(Whole);
        var names = NamesOf(whole);
        Assert.Equal(ValuesOf(whole.GetProperty("totals"), names), Totals);
        Assert.Equal(whole.GetProperty("series").EnumerateArray().Select(point => point.GetProperty("values").GetProperty("views").GetDouble()), Views);
        var parts = whole.GetProperty("retention").EnumerateArray().Select(part => part.GetDouble()).ToList();
        var plays = Math.Max(whole.GetProperty("totals").GetProperty("plays").GetDouble(), parts.Max());
        Assert.Equal(parts.Select(part => part / plays), Retention);
        var byCountry = await client.GetFromJsonAsync<JsonElement>(ByCountry);
        Assert.Equal(byCountry.GetProperty("rows").EnumerateArray().SelectMany(row => ValuesOf(row.GetProperty("values"), NamesOf(byCountry))), Rows);
        // A minute may have gone by, in which nobody watched.
        Assert.Equal((await client.GetFromJsonAsync<JsonElement>(Viewers)).GetProperty("minutes").EnumerateArray().Sum(minute => minute.GetDouble()), Minutes.Sum());
    }

    private static List<string> NamesOf(JsonElement answer) => [.. answer.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetProperty("name").GetString()!)];

    private static IEnumerable<double> ValuesOf(JsonElement values, List<string> names) =>
        names.Where(name => values.TryGetProperty(name, out _)).Select(name => values.GetProperty(name).GetDouble());
}
