using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Restrictions;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Playback;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Playback;

/// <summary>Videos that don't play everywhere.</summary>
public sealed class RestrictionTests : IAsyncLifetime
{
    private const string CountryHeader = "X-Viewer-Country";

    private readonly PlaybackHouse _house = new((PlaybackOptions.CountryHeaderSetting, CountryHeader));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task In_a_country_that_is_not_allowed_it_does_not_play_and_no_cache_keeps_what_is_answered()
    {
        var asset = await AddAsync(new ViewingRestrictions { AllowedCountries = ["DE", "FR"] });

        Assert.Equal((200, null, "no-store"), await GetAsync(asset, (CountryHeader, "DE")));
        Assert.Equal((200, null, "no-store"), await TrackAsync(asset, (CountryHeader, "fr")));
        Assert.Equal((403, "playback.country_denied", "no-store"), await GetAsync(asset, (CountryHeader, "AT")));
        Assert.Equal((403, "playback.country_denied", "no-store"), await TrackAsync(asset, (CountryHeader, "ZZ")));
        Assert.Equal((403, "playback.country_denied", "no-store"), await GetAsync(asset));
        Assert.Equal((403, "playback.country_denied", "no-store"), await GetAsync(asset, (CountryHeader, "DE"), (CountryHeader, "DE")));
    }

    [Fact]
    public async Task In_a_country_that_is_denied_it_does_not_play()
    {
        var asset = await AddAsync(new ViewingRestrictions { DeniedCountries = ["AT"] });

        Assert.Equal(403, (await GetAsync(asset, (CountryHeader, "AT"))).Status);
        Assert.Equal(200, (await GetAsync(asset, (CountryHeader, "DE"))).Status);
        Assert.Equal(200, (await GetAsync(asset)).Status);
    }

    [Fact]
    public async Task Where_no_edge_is_trusted_a_header_says_nothing()
    {
        await using var house = new PlaybackHouse();
        var asset = await AddAsync(new ViewingRestrictions { AllowedCountries = ["DE"] }, house);

        Assert.Equal(403, (await GetAsync(asset, house, (CountryHeader, "DE"))).Status);
    }

    [Theory]
    [InlineData("Origin", "https://www.example.com", 200)]
    [InlineData("Origin", "https://WWW.example.com:8443", 200)]
    [InlineData("Referer", "https://www.example.com/page?a=b", 200)]
    [InlineData("Origin", "https://example.com", 403)]
    [InlineData("Origin", "https://www.example.com.evil.org", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Referer", "www.example.com", 403)]
    [InlineData("Referer", "https://evil.org/?https://www.example.com", 403)]
    [InlineData("Referer", "https://www.example.com@evil.org/", 403)]
    [InlineData("X-Anything", "https://www.example.com", 403)]
    public async Task It_plays_on_pages_of_the_hosts_that_are_allowed(string header, string value, int status)
    {
        var asset = await AddAsync(new ViewingRestrictions { AllowedOrigins = ["*.example.com"] });

        Assert.Equal((status, status == 200 ? null : "playback.origin_denied", "no-store"), await GetAsync(asset, (header, value)));
    }

    [Fact]
    public async Task An_origin_counts_before_a_referrer()
    {
        var asset = await AddAsync(new ViewingRestrictions { AllowedOrigins = ["example.com"] });

        Assert.Equal(403, (await GetAsync(asset, ("Origin", "https://evil.org"), ("Referer", "https://example.com/"))).Status);
    }

    [Theory]
    [InlineData("http://localhost:7071/embed/play_x?start=3", 200)]
    [InlineData("http://localhost:7071/watch/play_x", 403)]
    [InlineData("http://localhost:7071.evil.org/embed/play_x", 403)]
    [InlineData("https://evil.org/http://localhost:7071/embed/play_x", 403)]
    public async Task It_plays_in_our_own_frame_which_only_allowed_pages_may_show(string referer, int status)
    {
        var asset = await AddAsync(new ViewingRestrictions { AllowedOrigins = ["example.com"] });

        Assert.Equal(status, (await GetAsync(asset, ("Referer", referer))).Status);
        Assert.Equal(403, (await GetAsync(asset, ("Origin", "https://evil.org"), ("Referer", referer))).Status);
    }

    [Fact]
    public async Task A_private_one_plays_in_no_frame_of_ours_as_that_does_not_say_who_may_show_it()
    {
        var asset = await AddAsync(new ViewingRestrictions { AllowedOrigins = ["example.com"] });
        await _house.Get<Assets>().UpdateAsync(asset.Id, found => found with { Visibility = Visibility.Private }, default);
        var token = (await _house.Get<PlaybackTokens>().IssueAsync(asset, asset.PlaybackIds[0].Id, null, default)).Value.Token;

        Assert.Equal((403, "playback.origin_denied", "no-store"), await GetAsync(asset, _house, $"?token={token}", ("Referer", "http://localhost:7071/embed/play_x")));
    }

    [Fact]
    public async Task They_hold_for_who_has_a_token_and_not_for_the_owner_and_tell_nobody_of_a_private_video()
    {
        var asset = await AddAsync(new ViewingRestrictions { AllowedCountries = ["DE"] });
        var token = (await _house.Get<PlaybackTokens>().IssueAsync(asset, asset.PlaybackIds[0].Id, null, default)).Value.Token;
        Assert.Equal(403, (await GetAsync(asset, _house, $"?token={token}")).Status);

        var links = await _house.Get<IPlaybackLinks>().OfAsync(asset, default);
        Assert.Equal(200, (await GetAsync(asset, _house, $"?token={links.PreviewToken}")).Status);

        await _house.Get<Assets>().UpdateAsync(asset.Id, found => found with { Visibility = Visibility.Private }, default);
        Assert.Equal((404, "playback.not_found", "no-store"), await GetAsync(asset));
    }

    [Theory]
    [InlineData("X Country")]
    [InlineData("X-Country: DE")]
    public void A_header_that_can_be_none_stops_the_start(string header) =>
        Assert.Contains(PlaybackOptions.CountryHeaderSetting, Assert.Throws<ArgumentException>(() => PlaybackOptions.From(null, header)).Message, StringComparison.Ordinal);

    private async Task<Asset> AddAsync(ViewingRestrictions restrictions, PlaybackHouse? house = null)
    {
        var asset = await (house ?? _house).AddAsync(AssetState.Ready);
        return (await (house ?? _house).Get<Assets>().UpdateAsync(asset.Id, found => found with { Restrictions = restrictions }, default)).Value;
    }

    private Task<(int Status, string? Code, string Kept)> GetAsync(Asset asset, params (string Name, string Value)[] headers) => GetAsync(asset, _house, headers);

    private static Task<(int Status, string? Code, string Kept)> GetAsync(Asset asset, PlaybackHouse house, params (string Name, string Value)[] headers) => GetAsync(asset, house, "", headers);

    private static Task<(int Status, string? Code, string Kept)> GetAsync(Asset asset, PlaybackHouse house, string query, params (string Name, string Value)[] headers) =>
        AnswerAsync(house, house.Function<GetHls>().RunAsync(RequestOf(query, headers), asset.PlaybackIds[0].Id, default));

    private Task<(int Status, string? Code, string Kept)> TrackAsync(Asset asset, params (string Name, string Value)[] headers) =>
        AnswerAsync(_house, _house.Function<GetHlsTrack>().RunAsync(RequestOf("", headers), asset.PlaybackIds[0].Id, 1, "360p", default));

    private static HttpRequest RequestOf(string query, (string Name, string Value)[] headers)
    {
        var request = Request("GET", "playback", query: query);
        foreach (var (name, value) in headers)
            request.Headers.Append(name, value);
        return request;
    }

    private static async Task<(int Status, string? Code, string Kept)> AnswerAsync(PlaybackHouse house, Task<IResult> result)
    {
        var (status, body, headers) = await house.GetAsync(result);
        return (status, status == 200 ? null : JsonDocument.Parse(body).RootElement.GetProperty("code").GetString(), headers.CacheControl.ToString());
    }
}
