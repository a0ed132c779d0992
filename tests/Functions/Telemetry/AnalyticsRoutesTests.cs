using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Functions.Telemetry.Analytics;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;

namespace StreamPlatform.Functions.Tests.Telemetry;

public sealed class AnalyticsRoutesTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();
    private string _owner = "", _asset = "";
    private long _sequence;

    public async Task InitializeAsync()
    {
        _owner = await _house.NewKeyAsync();
        _asset = (await _house.AddAsync(AssetState.Ready)).Id;
        await WatchAsync("ses_1", viewer: 1, "DE", seconds: 40);
        await WatchAsync("ses_2", viewer: 1, "DE", seconds: 60);
        await WatchAsync("ses_3", viewer: 2, "=1+1", seconds: 50);
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task An_owner_reads_totals_a_point_for_each_window_and_retention()
    {
        var body = await JsonAsync("metrics=views,uniqueViewers,watchTime,averageViewDuration&compare=previous");

        var totals = body.GetProperty("totals");
        Assert.Equal((3, 2, 150_000, 50_000), (totals.GetProperty("views").GetInt32(), totals.GetProperty("uniqueViewers").GetInt32(), totals.GetProperty("watchTime").GetInt32(), totals.GetProperty("averageViewDuration").GetInt32()));
        Assert.Equal(0, body.GetProperty("previous").GetProperty("views").GetInt32());
        Assert.False(body.GetProperty("previous").TryGetProperty("averageViewDuration", out _));
        var series = body.GetProperty("series").EnumerateArray().ToList();
        Assert.Equal(29, series.Count);
        Assert.Equal(3, series[^1].GetProperty("values").GetProperty("views").GetInt32());
        Assert.Equal(3, body.GetProperty("retention")[0].GetInt32());
        Assert.Equal("sessions", body.GetProperty("metrics")[0].GetProperty("unit").GetString());
    }

    [Fact]
    public async Task A_breakdown_has_a_row_for_each_label_the_largest_first()
    {
        var rows = (await JsonAsync("metrics=views,uniqueViewers,watchTime&by=country")).GetProperty("rows").EnumerateArray().ToList();

        Assert.Equal(["DE", "=1+1"], rows.Select(row => row.GetProperty("label").GetString()));
        Assert.Equal(100_000, rows[0].GetProperty("values").GetProperty("watchTime").GetInt32());
        Assert.False(rows[0].GetProperty("values").TryGetProperty("uniqueViewers", out _));
    }

    [Fact]
    public async Task Minutes_tell_who_is_present()
    {
        var body = await JsonAsync("metrics=viewersPresent&from=2026-03-14T15:00:00Z&to=2026-03-14T15:30:00Z");

        Assert.Equal("minute", body.GetProperty("grain").GetString());
        Assert.Equal(3, body.GetProperty("series").EnumerateArray().Max(point => point.GetProperty("values").GetProperty("viewersPresent").GetInt32()));
    }

    [Fact]
    public async Task As_CSV_it_opens_in_a_spreadsheet_and_no_label_is_a_formula()
    {
        var (status, text, headers) = await GetAsync("metrics=views,watchTime&by=country&format=csv");

        Assert.Equal((200, "country,views,watchTime\r\nDE,2,100000\r\n'=1+1,1,50000\r\n"), (status, text));
        Assert.Contains("attachment", headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("start,views\r\n2026-02-14T00:00:00Z,0\r\n", (await GetAsync("metrics=views&format=csv")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_channel_of_a_video_that_is_in_none_is_its_owners_first()
    {
        var channel = await _house.Get<Domain.Catalog.Channels.Channels>().OfAsync((await _house.Get<IAssetStore>().FindAsync(_asset, default))!.Value, default);

        var (status, text, _) = await _house.GetAsync(_house.Function<GetChannelAnalytics>().RunAsync(Request("metrics=views"), channel.Id, default));

        Assert.Equal(200, status);
        var body = JsonDocument.Parse(text).RootElement;
        Assert.Equal((3, 0), (body.GetProperty("totals").GetProperty("views").GetInt32(), body.GetProperty("retention").GetArrayLength()));
    }

    [Fact]
    public async Task Operators_read_the_whole_platform()
    {
        var (status, text, _) = await _house.GetAsync(_house.Function<GetPlatformAnalytics>().RunAsync(Request("metrics=views&by=device"), default));

        Assert.Equal((200, 3), (status, JsonDocument.Parse(text).RootElement.GetProperty("totals").GetProperty("views").GetInt32()));
    }

    [Theory]
    [InlineData("metrics=likes")]
    [InlineData("grain=week")]
    [InlineData("by=colour")]
    [InlineData("from=yesterday")]
    [InlineData("from=0001-01-01T00:00:00Z")]
    [InlineData("to=9999-12-31T23:59:59Z")]
    [InlineData("compare=next")]
    [InlineData("format=xml")]
    [InlineData("from=2026-03-15T00:00:00Z&to=2026-03-14T00:00:00Z")]
    public async Task What_there_is_not_is_a_bad_request(string query)
    {
        var (status, body, _) = await GetAsync(query);

        Assert.Equal((400, "analytics.query_invalid"), (status, JsonDocument.Parse(body).RootElement.GetProperty("code").GetString()));
    }

    private async Task<JsonElement> JsonAsync(string query)
    {
        var (status, body, _) = await GetAsync(query);
        Assert.Equal(200, status);
        return JsonDocument.Parse(body).RootElement;
    }

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> GetAsync(string query) =>
        _house.GetAsync(_house.Function<GetAssetAnalytics>().RunAsync(Request(query), _asset, default));

    private Microsoft.AspNetCore.Http.HttpRequest Request(string query) => FunctionsHouse.Request("GET", $"analytics/assets/{_asset}", key: _owner, query: $"?{query}");

    private async Task WatchAsync(string session, ulong viewer, string country, int seconds)
    {
        var claims = new SessionClaims
        {
            SessionId = session,
            AssetId = _asset,
            PlaybackId = "play_1",
            OwnerId = Domain.Accounts.EnsureFirstApiKey.FirstOwnerId,
            StartedAt = _house.Clock.GetUtcNow(),
            Viewer = viewer,
            Country = country,
        };
        var told = new PlaybackEvent(
            1, PlaybackEventType.Exit, claims.StartedAt.AddSeconds(seconds).ToUnixTimeMilliseconds(), new PlaybackTotals { WatchedMs = seconds * 1000, Watched = default(WatchedParts).With(0) });
        using var count = new CountTelemetry(_house.Get<IAggregateShards>(), new NoArchive(), _house.Clock);
        var message = TelemetryRecordWriter.ToBytes(new BeaconRecord(claims, new PlayerInfo("player", "1", "native"), told.At, [told]));
        await count.CountAsync(0, [new HubMessage(_sequence++, message)], default);
    }

    private sealed class NoArchive : ITelemetryArchive
    {
        public Task KeepAsync(int hubPartition, IReadOnlyList<HubMessage> messages, CancellationToken ct) => Task.CompletedTask;

        public Task RejectAsync(int hubPartition, HubMessage message, string reason, CancellationToken ct) => throw new InvalidOperationException(reason);
    }
}
