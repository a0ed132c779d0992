using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Functions.Telemetry.Investigation;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;

namespace StreamPlatform.Functions.Tests.Telemetry;

public sealed class PoorSessionRoutesTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();
    private Watching _watching = null!;
    private string _owner = "", _asset = "";

    public async Task InitializeAsync()
    {
        _watching = new Watching(_house);
        _owner = await _house.NewKeyAsync();
        _asset = (await _house.AddAsync(AssetState.Ready)).Id;
        var (second, minute) = (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        var (failed, stalled) = (_watching.Session("ses_failed", _asset, viewer: 11), _watching.Session("ses_stalled", (await _house.AddAsync(AssetState.Ready)).Id, viewer: 22));
        await _watching.TellAsync(failed, 2 * second, PlaybackEventType.Error, default, told => told with { Code = "MANIFEST_LOAD", Fatal = true, Message = "404 of https://edge.example.com/a.m3u8" });
        await _watching.TellAsync(stalled, second, PlaybackEventType.Playing, default, told => told with { StartupMs = 900 });
        await _watching.TellAsync(stalled, minute, PlaybackEventType.Stall, new PlaybackTotals { WatchedMs = 40_000, StalledMs = 9_000, Stalls = 1 }, told => told with { DurationMs = 9_000, Position = 40 });
        await _watching.TellAsync(_watching.Session("ses_slow", _asset), minute, PlaybackEventType.Playing, default, told => told with { StartupMs = 12_000 });
        await _watching.WatchAsync(_watching.Session("ses_well", _asset), minute);
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Operators_see_what_went_badly_that_day_the_worst_first_and_why()
    {
        var sessions = await ListAsync("");

        Assert.Equal(
            [("ses_failed", 0, "startFailure"), ("ses_stalled", 8, "stalls"), ("ses_slow", 42, "slowStart")],
            sessions.Select(session => (session.GetProperty("sessionId").GetString(), session.GetProperty("score").GetInt32(), session.GetProperty("reason").GetString())));
        var stall = sessions[1].GetProperty("timeline")[1];
        Assert.Equal(("stall", 60_000, 9_000), (stall.GetProperty("type").GetString(), stall.GetProperty("atMs").GetInt32(), stall.GetProperty("durationMs").GetInt32()));
        Assert.Equal(("DE", "player 1.2.0 hls.js", "edge.example.com"), (sessions[1].GetProperty("country").GetString(), sessions[1].GetProperty("player").GetString(), sessions[1].GetProperty("cdn").GetString()));
    }

    [Fact]
    public async Task They_can_be_narrowed_to_a_video_a_reason_and_a_day()
    {
        Assert.Equal(["ses_failed", "ses_slow"], Ids(await ListAsync($"?assetId={_asset}")));
        Assert.Equal(["ses_stalled"], Ids(await ListAsync("?reason=stalls")));
        Assert.Empty(await ListAsync("?day=2026-03-13"));
        Assert.Equal(["ses_slow"], Ids(await ListAsync($"?day=2026-03-14T23:00:00Z&assetId={_asset}&reason=slowStart")));
    }

    [Fact]
    public async Task One_is_told_by_its_id_and_what_is_no_sample_is_not_there()
    {
        var one = await _house.GetAsync(_house.Function<GetOnePoorSession>().RunAsync(Request(""), "ses_failed", default));
        Assert.Equal("MANIFEST_LOAD", JsonDocument.Parse(one.Body).RootElement.GetProperty("timeline")[0].GetProperty("code").GetString());

        var (status, body, _) = await _house.GetAsync(_house.Function<GetOnePoorSession>().RunAsync(Request(""), "ses_well", default));
        Assert.Equal((404, "telemetry.sample_not_found"), (status, JsonDocument.Parse(body).RootElement.GetProperty("code").GetString()));
    }

    /// <summary>Neither of the viewer nor of whose video it is.</summary>
    [Fact]
    public async Task Nothing_of_them_tells_of_people()
    {
        var (_, body, _) = await _house.GetAsync(_house.Function<GetPoorSessions>().RunAsync(Request(""), default));

        Assert.Equal(
            ["sessionId", "assetId", "startedAt", "score", "reason", "country", "device", "player", "cdn", "watchedMs", "stalledMs", "stalls", "droppedFrames", "timeline"],
            JsonDocument.Parse(body).RootElement.GetProperty("sessions")[0].EnumerateObject().Select(property => property.Name));
        Assert.DoesNotContain(Domain.Accounts.EnsureFirstApiKey.FirstOwnerId, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?day=yesterday", 400)]
    [InlineData("?reason=boredom", 400)]
    [InlineData("?assetId=mine", 404)]
    public async Task What_there_is_not_is_refused(string query, int status) =>
        Assert.Equal(status, (await _house.GetAsync(_house.Function<GetPoorSessions>().RunAsync(Request(query), default))).Status);

    private async Task<List<JsonElement>> ListAsync(string query)
    {
        var (status, body, _) = await _house.GetAsync(_house.Function<GetPoorSessions>().RunAsync(Request(query), default));
        Assert.Equal(200, status);
        return [.. JsonDocument.Parse(body).RootElement.GetProperty("sessions").EnumerateArray()];
    }

    private static IEnumerable<string?> Ids(List<JsonElement> sessions) => sessions.Select(session => session.GetProperty("sessionId").GetString());

    private Microsoft.AspNetCore.Http.HttpRequest Request(string query) => FunctionsHouse.Request("GET", "operations/poor-sessions", key: _owner, query: query);
}
