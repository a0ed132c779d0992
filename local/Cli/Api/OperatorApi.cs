using System.Net.Http.Json;
using System.Text.Json;

namespace StreamPlatform.Local.Cli.Api;

/// <summary>The platform's endpoints for operators, opened by the function key in the data folder.</summary>
internal sealed class OperatorApi : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);
    private readonly HttpClient _http;

    /// <exception cref="CommandFailure">The data folder has no key.</exception>
    public OperatorApi(Uri platform, string dataFolder)
    {
        _http = new HttpClient { BaseAddress = new Uri(platform, "/api/") };
        _http.DefaultRequestHeaders.Add("x-functions-key", ReadKey(Path.Combine(dataFolder, "keys", "host.json")));
    }

    /// <summary>What was decided of the titles, once all are.</summary>
    /// <exception cref="CommandFailure">The platform refuses the list; the message is the platform's own.</exception>
    public async Task<IReadOnlyList<PopularDecisionView>> ReencodePopularAsync(IReadOnlyList<TitleViews> titles, CancellationToken ct)
    {
        using var posted = await _http.PostAsJsonAsync("operations/popular", new { titles }, JsonSerializerOptions.Web, ct);
        var look = await ReadAsync(posted, ct);
        while (look.Decisions is null)
        {
            await Task.Delay(BetweenLooks, ct);
            using var answer = await _http.GetAsync($"operations/popular/{look.Id}", ct);
            look = await ReadAsync(answer, ct);
        }

        return look.Decisions;
    }

    public void Dispose() => _http.Dispose();

    private static async Task<PopularView> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.IsSuccessStatusCode)
        {
            return (await response.Content.ReadFromJsonAsync<PopularView>(JsonSerializerOptions.Web, ct))!;
        }

        var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await response.Content.ReadFromJsonAsync<JsonElement>(ct)
            : default;
        throw new CommandFailure(
            "cli.unexpected_answer",
            problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("detail", out var detail) ? detail.GetString()! : $"The platform answered {(int)response.StatusCode}.")
        {
            ExitCode = (int)response.StatusCode == 400 ? ExitCodes.Rejected : ExitCodes.Fault,
        };
    }

    private static string ReadKey(string file)
    {
        try
        {
            using var keys = JsonDocument.Parse(File.ReadAllBytes(file));
            return keys.RootElement.GetProperty("host").GetProperty("default").GetString()!;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            throw new CommandFailure("cli.no_key", $"{file} can't be read: it is made when the platform starts.", fault);
        }
    }

    private sealed record PopularView(string Id, IReadOnlyList<PopularDecisionView>? Decisions);
}

/// <summary>How often a title was watched in so many days.</summary>
internal sealed record TitleViews(string AssetId, double Views, double Days);

/// <summary>What was decided of a title.</summary>
internal sealed record PopularDecisionView(string AssetId, bool Started, string Why);
