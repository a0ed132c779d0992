using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Restrictions;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Functions.Telemetry;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;

namespace StreamPlatform.Functions.Tests.Telemetry;

public sealed class PlaybackSessionTests : IAsyncLifetime
{
    private const string Desktop = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    private readonly PlaybackHouse _house = new(
        (PlaybackOptions.Setting, "https://video.example"), (PlaybackOptions.CountryHeaderSetting, "X-Country"), ("Telemetry:DatacentreNetworks", "192.0.2.0/24, 2001:db8::/32"), ("RateLimits:NewSessions", "3"));

    private Asset _asset = null!;

    public async Task InitializeAsync() => _asset = await _house.AddAsync(AssetState.Ready);

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Whoever_may_play_gets_a_session_whose_token_says_what_the_platform_knows()
    {
        var (status, body) = await OpenAsync(new { visitor = "0123456789abcdef", source = new { host = "www.google.co.uk" } }, request =>
        {
            request.Headers.UserAgent = Desktop;
            request.Headers["X-Country"] = "de";
        });

        Assert.Equal(201, status);
        Assert.Equal((10, "/api/telemetry"), (body.GetProperty("heartbeatSeconds").GetInt32(), body.GetProperty("reportUrl").GetString()));
        Assert.Equal(_house.Clock.GetUtcNow().AddHours(24), body.GetProperty("expiresAt").GetDateTimeOffset());
        var claims = await ClaimsAsync(body);
        Assert.Equal(
            new SessionClaims
            {
                SessionId = body.GetProperty("sessionId").GetString()!,
                AssetId = _asset.Id,
                PlaybackId = _asset.PlaybackIds[0].Id,
                OwnerId = _asset.OwnerId,
                DurationSeconds = 8,
                StartedAt = _house.Clock.GetUtcNow(),
                Viewer = claims.Viewer,
                Country = "DE",
                Device = DeviceKind.Desktop,
                Source = TrafficSource.Search,
            },
            claims);
        Assert.StartsWith("ses_", claims.SessionId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_that_somebody_may_not_play_has_no_sessions_for_them()
    {
        var hidden = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed);
        Assert.Equal((401, "playback.token_required"), await CodeAsync(hidden.PlaybackIds[0].Id, null));
        Assert.Equal((404, "playback.not_found"), await CodeAsync("play_0123456789abcdefghjkmnpqrs", null));
    }

    [Theory]
    [InlineData("""{ "visitor": "short" }""", "telemetry.visitor_invalid")]
    [InlineData("""{ "visitor": "0123456789abcdef 0123" }""", "telemetry.visitor_invalid")]
    [InlineData("""{ "source": { "host": "https://example.com/" } }""", "telemetry.source_invalid")]
    [InlineData("""{ "source": { "kind": "dream" } }""", "request.body_invalid")]
    [InlineData("""[""", "request.body_invalid")]
    public async Task What_is_told_wrongly_is_refused(string body, string code) => Assert.Equal((400, code), await CodeAsync(_asset.PlaybackIds[0].Id, body));

    [Fact]
    public async Task Viewers_are_told_apart_by_account_else_by_consent_else_for_a_day()
    {
        var key = await _house.NewKeyAsync();
        async Task<ulong> Of(string? visitor, string address, string agent, string? bearer = null) => (await ClaimsOfAsync(new { visitor }, request =>
        {
            request.HttpContext.Connection.RemoteIpAddress = IPAddress.Parse(address);
            request.Headers.UserAgent = agent;
            request.Headers.Authorization = bearer is null ? default : $"Bearer {bearer}";
        })).Viewer;

        Assert.Equal(await Of(null, "198.51.100.2", "a", key), await Of("0123456789abcdef", "198.51.100.3", "b", key));
        Assert.Equal(await Of("0123456789abcdef", "198.51.100.4", "a"), await Of("0123456789abcdef", "198.51.100.5", "b"));
        var today = await Of(null, "198.51.100.6", "a");
        Assert.Equal(today, await Of(null, "198.51.100.6", "a"));
        Assert.NotEqual(today, await Of(null, "198.51.100.7", "a"));
        Assert.NotEqual(today, await Of(null, "198.51.100.6", "b"));
        Assert.Equal(await Of(null, "2001:db9::1", "a"), await Of(null, "2001:db9::2", "a"));
        _house.Clock.Advance(TimeSpan.FromHours(9));
        Assert.NotEqual(today, await Of(null, "198.51.100.6", "a"));
    }

    [Fact]
    public async Task Nothing_that_a_session_carries_names_the_viewers_account()
    {
        var key = await _house.NewStrangerAsync();
        var (_, body) = await OpenAsync(null, request => request.Headers.Authorization = $"Bearer {key}");

        var claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(body.GetProperty("sessionToken").GetString()!.Split('.')[1]));

        Assert.Contains(_asset.Id, claims, StringComparison.Ordinal);
        Assert.DoesNotContain(key[3..], claims, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Desktop, DeviceKind.Desktop)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", DeviceKind.Desktop)]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", DeviceKind.Desktop)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", DeviceKind.Mobile)]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", DeviceKind.Mobile)]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", DeviceKind.Tablet)]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 12_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 Mobile/15E148 Safari/604.1", DeviceKind.Tablet)]
    [InlineData("Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/4.0 Chrome/94.0.4606.31 TV Safari/537.36", DeviceKind.Tv)]
    [InlineData("Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.5359.211 Safari/537.36 WebAppManager", DeviceKind.Tv)]
    [InlineData("Mozilla/5.0 (Linux; Android 11; AFTKA) AppleWebKit/537.36 (KHTML, like Gecko) Silk/120.4 like Chrome/120.0 Safari/537.36", DeviceKind.Tv)]
    [InlineData("Mozilla/5.0 (Linux; Android 12; Chromecast) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 CrKey/1.56", DeviceKind.Tv)]
    [InlineData("Mozilla/5.0 (PlayStation; PlayStation 5/6.00) AppleWebKit/605.1.15 (KHTML, like Gecko)", DeviceKind.Tv)]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", DeviceKind.Bot)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36", DeviceKind.Bot)]
    [InlineData("curl/8.5.0", DeviceKind.Bot)]
    [InlineData("VLC/3.0.20 LibVLC/3.0.20", DeviceKind.Other)]
    [InlineData("", DeviceKind.Other)]
    public async Task Devices_are_told_by_what_their_agents_have_in_common(string agent, DeviceKind device)
    {
        var claims = await ClaimsOfAsync(new { }, request => request.Headers.UserAgent = agent);

        Assert.Equal(device, claims.Device);
        Assert.Equal(agent.Length == 0 ? Suspicions.NoUserAgent : device == DeviceKind.Bot ? Suspicions.BotUserAgent : Suspicions.None, claims.Suspicions);
    }

    [Theory]
    [InlineData(null, null, TrafficSource.Direct)]
    [InlineData(null, "video.example", TrafficSource.Internal)]
    [InlineData(null, "www.google.de", TrafficSource.Search)]
    [InlineData(null, "duckduckgo.com", TrafficSource.Search)]
    [InlineData(null, "search.yahoo.co.jp", TrafficSource.Search)]
    [InlineData(null, "google.evil.example", TrafficSource.External)]
    [InlineData(null, "l.facebook.com", TrafficSource.Social)]
    [InlineData(null, "t.co", TrafficSource.Social)]
    [InlineData(null, "notfacebook.com", TrafficSource.External)]
    [InlineData(null, "news.example.org", TrafficSource.External)]
    [InlineData("search", "video.example", TrafficSource.Search)]
    public async Task Sources_are_told_by_the_client_else_by_the_page_that_linked(string? kind, string? host, TrafficSource source) =>
        Assert.Equal(source, (await ClaimsOfAsync(new { source = new { kind, host } }, request => request.Headers.UserAgent = Desktop)).Source);

    [Theory]
    [InlineData("https://blog.example", null)]
    [InlineData("https://video.example", "https://video.example/embed/play_1")]
    public async Task A_player_in_the_page_of_another_site_is_embedded_whatever_it_says(string origin, string? referer) =>
        Assert.Equal(TrafficSource.Embed, (await ClaimsOfAsync(new { source = new { kind = "direct" } }, request => (request.Headers.Origin, request.Headers.Referer) = (origin, referer))).Source);

    [Fact]
    public async Task Our_own_frame_tells_of_a_video_that_plays_on_certain_pages()
    {
        await _house.Get<Assets>().UpdateAsync(_asset.Id, found => found with { Restrictions = new ViewingRestrictions { AllowedOrigins = ["blog.example"] }, Visibility = Visibility.Public }, default);

        Assert.Equal(403, (await OpenAsync(null, request => request.Headers.Origin = "https://video.example")).Status);
        Assert.Equal(403, (await OpenAsync(null, request => (request.Headers.Origin, request.Headers.Referer) = ("https://evil.example", "https://video.example/embed/play_1"))).Status);
        Assert.Equal(201, (await OpenAsync(null, request => (request.Headers.Origin, request.Headers.Referer) = ("https://video.example", "https://video.example/embed/play_1"))).Status);
    }

    [Theory]
    [InlineData("192.0.2.7", true)]
    [InlineData("2001:db8::7", true)]
    [InlineData("::ffff:192.0.2.7", true)]
    [InlineData("198.51.100.7", false)]
    public async Task Who_watches_from_a_data_centre_is_suspicious(string address, bool suspicious) => Assert.Equal(
        suspicious,
        (await ClaimsOfAsync(new { }, request => request.HttpContext.Connection.RemoteIpAddress = IPAddress.Parse(address))).Suspicions.HasFlag(Suspicions.Datacentre));

    [Fact]
    public async Task Few_sessions_begin_from_one_address_at_a_time()
    {
        static void From(HttpRequest request) => request.HttpContext.Connection.RemoteIpAddress = IPAddress.Parse("198.51.100.9");
        for (var i = 0; i < 3; i++)
            Assert.Equal(201, (await OpenAsync(null, From)).Status);

        Assert.Equal((429, "request.rate_limited"), await OpenAsync(null, From) is var (status, body) ? (status, body.GetProperty("code").GetString()) : default);
    }

    private async Task<SessionClaims> ClaimsOfAsync(object? body, Action<HttpRequest> set) => await ClaimsAsync((await OpenAsync(body, set)).Body);

    private async Task<SessionClaims> ClaimsAsync(JsonElement body) =>
        (await _house.Get<SessionTokens>().ReaderAsync(default)).Read(System.Text.Encoding.ASCII.GetBytes(body.GetProperty("sessionToken").GetString()!), _house.Clock.GetUtcNow()).Value;

    private async Task<(int Status, string? Code)> CodeAsync(string playbackId, string? body) =>
        await OpenAsync(body, _ => { }, playbackId) is var (status, answer) ? (status, answer.GetProperty("code").GetString()) : default;

    private async Task<(int Status, JsonElement Body)> OpenAsync(object? body, Action<HttpRequest> set, string? playbackId = null)
    {
        var id = playbackId ?? _asset.PlaybackIds[0].Id;
        var request = FunctionsHouse.Request("POST", $"playback/{id}/sessions", null, body);
        set(request);
        var (status, answer, _) = await _house.GetAsync(_house.Function<PostPlaybackSession>().RunAsync(request, id, default));
        return (status, JsonDocument.Parse(answer).RootElement);
    }
}
