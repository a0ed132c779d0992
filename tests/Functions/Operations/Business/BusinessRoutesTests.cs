using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Business;
using StreamPlatform.Functions.Operations.Business;
using StreamPlatform.Functions.Telemetry.Analytics;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Functions.Tests.Telemetry;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Functions.Tests.Operations.Business;

public sealed class BusinessRoutesTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();
    private Watching _watching = null!;
    private string _owner = "", _asset = "";

    public async Task InitializeAsync()
    {
        _watching = new Watching(_house);
        _owner = await _house.NewKeyAsync();
        _asset = (await _house.AddAsync(AssetState.Ready)).Id;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Each_day_has_its_viewers_and_a_month_counts_each_of_them_once()
    {
        await WatchAsync("ses_1", viewer: 1);
        await WatchAsync("ses_2", viewer: 1);
        await WatchAsync("ses_3", viewer: 3);
        _house.Clock.Advance(TimeSpan.FromDays(1));
        await WatchAsync("ses_4", viewer: 3);
        _house.Clock.Advance(TimeSpan.FromDays(30));

        var body = await JsonAsync("?from=2026-03-14&to=2026-04-14&compare=previous");

        var days = body.GetProperty("series").EnumerateArray().Select(day => day.GetProperty("values")).ToList();
        Assert.Equal(32, days.Count);
        Assert.Equal([2, 1, 0], days.Take(3).Select(day => day.GetProperty("dailyActiveUsers").GetInt32()));
        // The first day leaves the month on its thirty-first day, the second on the one after.
        Assert.Equal([2, 2, 1, 0], new[] { 0, 29, 30, 31 }.Select(day => days[day].GetProperty("monthlyActiveUsers").GetInt32()));
        Assert.Equal((120_000, 60_000), (days[0].GetProperty("watchTime").GetInt32(), days[0].GetProperty("watchTimePerViewer").GetInt32()));
        var totals = body.GetProperty("totals");
        Assert.Equal((160_000, 3 / 32.0), (totals.GetProperty("watchTime").GetInt32(), totals.GetProperty("dailyActiveUsers").GetDouble()));
        Assert.Equal(0, body.GetProperty("previous").GetProperty("watchTime").GetInt32());
    }

    [Fact]
    public async Task Uploads_and_failures_count_once_on_their_day_and_stay_when_it_is_long_over()
    {
        var (days, now) = (_house.Get<CatalogDays>(), _house.Clock.GetUtcNow());
        for (var again = 0; again < 2; again++)
        {
            await days.NoteAsync(CatalogFact.Upload("asset_a", now, 90.5), default);
            await days.NoteAsync(CatalogFact.Upload("asset_b", now, 9.5), default);
            await days.NoteAsync(CatalogFact.Failure("asset_b", 1, now), default);
        }

        await days.NoteAsync(CatalogFact.Upload("asset_c", now.AddDays(1), 1), default);
        Assert.Equal((2, 100_000, 1), await ReadAsync());
        _house.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal((2, 100_000, 1), await ReadAsync());
        await days.NoteAsync(CatalogFact.Upload("asset_d", now, 1), default);
        Assert.Equal((2, 100_000, 1), await ReadAsync());

        async Task<(int, int, int)> ReadAsync()
        {
            var day = (await JsonAsync("?from=2026-03-14&to=2026-03-14")).GetProperty("totals");
            return (day.GetProperty("uploads").GetInt32(), day.GetProperty("uploadedTime").GetInt32(), day.GetProperty("failedAssets").GetInt32());
        }
    }

    [Fact]
    public async Task Time_in_which_nothing_ran_is_down_and_time_before_there_was_anything_is_not()
    {
        Assert.False((await JsonAsync("?from=2026-03-14&to=2026-03-14")).GetProperty("totals").TryGetProperty("availability", out _));
        var note = _house.Function<NoteUptime>();
        for (var look = 0; look < 12; look++)
        {
            if (look is not (3 or 4 or 5))
            {
                await note.RunAsync(new TimerInfo(), default);
                await note.RunAsync(new TimerInfo(), default);
            }

            _house.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(0.75, (await JsonAsync("?from=2026-03-14&to=2026-03-14")).GetProperty("totals").GetProperty("availability").GetDouble(), 6);
        _house.Clock.Advance(TimeSpan.FromDays(2));
        var days = (await JsonAsync("?from=2026-03-13&to=2026-03-15")).GetProperty("series").EnumerateArray().Select(day => day.GetProperty("values")).ToList();
        Assert.False(days[0].TryGetProperty("availability", out _));
        Assert.Equal(0, days[2].GetProperty("availability").GetDouble());
    }

    [Fact]
    public async Task As_CSV_it_has_a_line_for_each_day_and_what_is_no_day_is_refused()
    {
        await WatchAsync("ses_1", viewer: 1);

        var (status, text, _) = await GetAsync("?from=2026-03-13&to=2026-03-14&format=csv");

        Assert.Equal(200, status);
        Assert.StartsWith("start,dailyActiveUsers,monthlyActiveUsers,watchTime,", text, StringComparison.Ordinal);
        Assert.StartsWith("2026-03-14T00:00:00Z,1,1,40000,", text.Split("\r\n")[2], StringComparison.Ordinal);
        foreach (var query in new[] { "?from=x", "?from=2026-03-15&to=2026-03-14", "?from=2020-03-15", "?to=0001-01-01" })
            Assert.Equal(400, (await GetAsync(query)).Status);
    }

    [Fact]
    public async Task Cohorts_tell_who_came_back()
    {
        await WatchAsync("ses_1", viewer: 1);
        await WatchAsync("ses_2", viewer: 3);
        await WatchAsync("ses_3", viewer: 4);
        _house.Clock.Advance(TimeSpan.FromDays(1));
        await WatchAsync("ses_4", viewer: 3);
        _house.Clock.Advance(TimeSpan.FromDays(1));

        var (status, body, _) = await _house.GetAsync(_house.Function<GetCohorts>().RunAsync(FunctionsHouse.Request("GET", "operations/cohorts", key: _owner, query: "?from=2026-03-14"), default));

        Assert.Equal(200, status);
        var days = JsonDocument.Parse(body).RootElement.GetProperty("days").EnumerateArray().ToList();
        Assert.Equal((3, 3, 2), (days.Count, days[0].GetProperty("viewers").GetInt32(), days[0].GetProperty("known").GetInt32()));
        Assert.Equal((0.5, 0, 2), (days[0].GetProperty("day1").GetProperty("share").GetDouble(), days[0].GetProperty("day1").GetProperty("margin").GetInt32(), days[0].GetProperty("day1").GetProperty("of").GetInt32()));
        Assert.False(days[0].TryGetProperty("day7", out _));
        Assert.Equal(400, (await _house.GetAsync(_house.Function<GetCohorts>().RunAsync(FunctionsHouse.Request("GET", "operations/cohorts", key: _owner, query: "?from=2025-03-14"), default))).Status);
    }

    private Task WatchAsync(string session, ulong viewer) => _watching.WatchAsync(_watching.Session(session, _asset, viewer), TimeSpan.FromSeconds(40));

    private async Task<JsonElement> JsonAsync(string query)
    {
        var (status, body, _) = await GetAsync(query);
        Assert.Equal(200, status);
        return JsonDocument.Parse(body).RootElement;
    }

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> GetAsync(string query) =>
        _house.GetAsync(_house.Function<GetBusiness>().RunAsync(FunctionsHouse.Request("GET", "operations/business", key: _owner, query: query), default));
}
