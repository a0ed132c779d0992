using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Functions.Telemetry.Truth;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Functions.Tests.Telemetry;

public sealed class RecountRoutesTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();
    private readonly RecordingDurableClient _client = new();
    private string _operator = "";

    public async Task InitializeAsync() => _operator = await _house.NewKeyAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task An_operator_has_a_settled_day_counted_again_and_asks_how_it_stands()
    {
        var (status, body, headers) = await PostAsync("2026-03-10");
        Assert.Equal((202, "/api/operations/recounts/telemetry-20260310-2026031415"), (status, headers.Location.ToString()));
        var started = Assert.Single(_client.Started);
        Assert.Equal(new DateOnly(2026, 3, 10), Assert.IsType<DayRecount>(started.Value).Day.Day);
        Assert.Equal(("running", "2026-03-10"), (Parse(body).GetProperty("state").GetString(), Parse(body).GetProperty("day").GetString()));

        await PostAsync("2026-03-10");
        Assert.Single(_client.Started);
    }

    [Theory]
    [InlineData("2026-03-11", "recount.day_open")]
    [InlineData("2026-02-10", "recount.day_not_archived")]
    public async Task A_day_that_cannot_be_counted_again_is_a_conflict(string day, string code)
    {
        var (status, body, _) = await PostAsync(day);
        Assert.Equal((409, code), (status, Parse(body).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_night_that_was_missed_is_made_up_for_the_longest_ago_first()
    {
        var newest = RecountDay.NewestAt(_house.Clock.GetUtcNow());
        Assert.Equal([newest.AddDays(-6), newest], await CountedAsync());
        foreach (var back in new[] { 6, 5, 3, 2, 1 })
            await KeepAsync(newest.AddDays(-back));
        Assert.Equal([newest.AddDays(-4), newest], await CountedAsync());
        await KeepAsync(newest.AddDays(-4));
        Assert.Equal([newest], await CountedAsync());

        async Task<IEnumerable<DateOnly>> CountedAsync() => (await _house.Get<RecountReports>().DueAsync(default)).Select(day => day.Day);
        Task KeepAsync(DateOnly day) => _house.Get<RecountReports>().KeepAsync(
            new DayRecount(RecountDay.Of(day, _house.Clock.GetUtcNow()).Value, new RecountPlan([]), RecountStage.Matched + 1, 0, RecountFound.Nothing), default);
    }

    [Fact]
    public async Task Reports_are_listed_the_newest_first_and_read_one_by_one()
    {
        var reports = _house.Get<RecountReports>();
        foreach (var day in new[] { 9, 10 })
        {
            var recounted = RecountDay.Of(new DateOnly(2026, 3, day), _house.Clock.GetUtcNow().AddHours(day)).Value;
            var drift = new WindowDrift("platform#3", 3, Grain.Day, new DateTimeOffset(2026, 3, day, 0, 0, 0, TimeSpan.Zero), DriftKind.Different, 10, 12, 1000, 1200);
            await reports.KeepAsync(new DayRecount(recounted, new RecountPlan([new PlannedPartition(3, 99, 0, 1)]), RecountStage.Matched + 1, 0, new RecountFound(40, 0, 0, 1, 0, 0, 1, [drift])), default);
        }

        var (_, body, _) = await _house.GetAsync(_house.Function<GetRecounts>().RunAsync(FunctionsHouse.Request("GET", "operations/recounts", _operator), default));
        var items = Parse(body).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["2026-03-10", "2026-03-09"], items.Select(item => item.GetProperty("day").GetString()));

        var id = items[0].GetProperty("id").GetString()!;
        var (status, one, _) = await GetAsync(id);
        Assert.Equal((200, "done", 40, 1), (status, Parse(one).GetProperty("state").GetString(), Parse(one).GetProperty("windows").GetInt32(), Parse(one).GetProperty("repaired").GetInt32()));
        Assert.Equal(("platform#3", "different", 12), (
            Parse(one).GetProperty("samples")[0].GetProperty("shard").GetString(), Parse(one).GetProperty("samples")[0].GetProperty("kind").GetString(), Parse(one).GetProperty("samples")[0].GetProperty("countedViews").GetInt32()));
    }

    [Theory]
    [InlineData("telemetry-20260310-2026031415")]
    [InlineData("process-asset_1")]
    public async Task A_recount_that_nobody_asked_for_is_not_found(string id)
    {
        var (status, body, _) = await GetAsync(id);
        Assert.Equal((404, "recount.not_found"), (status, Parse(body).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_verdict_on_a_session_that_is_not_kept_says_that_it_needs_a_recount()
    {
        var (asset, session) = ((await _house.AddAsync(AssetState.Ready)).Id, Domain.OpaqueId.New("ses"));
        var (status, body, _) = await _house.GetAsync(_house.Function<PutVerdict>().RunAsync(
            FunctionsHouse.Request("PUT", $"operations/quarantine/{asset}/{session}", _operator, new { quarantined = true }), asset, session, default));

        Assert.Equal((202, true), (status, Parse(body).GetProperty("needsRecount").GetBoolean()));
    }

    private static JsonElement Parse(string body) => JsonDocument.Parse(body).RootElement;

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> PostAsync(string day) => _house.GetAsync(
        _house.Function<PostRecount>().RunAsync(FunctionsHouse.Request("POST", "operations/recounts", _operator, new { day }), _client, default));

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> GetAsync(string id) => _house.GetAsync(
        _house.Function<GetOneRecount>().RunAsync(FunctionsHouse.Request("GET", $"operations/recounts/{id}", _operator), id, _client, default));
}
