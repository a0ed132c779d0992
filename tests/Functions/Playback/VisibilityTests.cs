using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Playback;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Playback;

/// <summary>Who gets what to play of an asset that is not for everyone.</summary>
public sealed class VisibilityTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();
    private string _key = "", _stranger = "";

    public async Task InitializeAsync() => (_key, _stranger) = (await _house.NewKeyAsync(), await _house.NewStrangerAsync());

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_stranger_learns_nothing_of_a_private_video()
    {
        var (hidden, other) = (await AddAsync(Visibility.Private), await AddAsync(Visibility.Private));
        var absent = await HlsAsync(AssetIds.NewPlaybackId(PlaybackPolicy.Public).Id);

        foreach (var query in new[] { "", "?token=forged", await TokenAsync(other) })
        {
            Assert.Equal((absent.Status, absent.Body), await HlsAsync(IdOf(hidden), query));
            Assert.Equal((absent.Status, absent.Body), await HlsAsync(IdOf(hidden), query, _stranger));
        }

        Assert.Equal((404, "playback.not_found"), (absent.Status, CodeOf(absent.Body)));
    }

    [Fact]
    public async Task A_private_video_plays_with_a_token_which_late_comers_are_told_has_expired()
    {
        var asset = await AddAsync(Visibility.Private);
        var query = await TokenAsync(asset);

        var (status, playlist, headers) = await GetAsync(IdOf(asset), query);
        Assert.Equal((200, "private, max-age=60"), (status, headers.CacheControl.ToString()));
        Assert.Contains($"360p.m3u8{query}", playlist, StringComparison.Ordinal);

        _house.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("playback.token_expired", CodeOf((await HlsAsync(IdOf(asset), query)).Body));
    }

    [Theory]
    [InlineData(Visibility.Private)]
    [InlineData(Visibility.Scheduled)]
    [InlineData(Visibility.Members)]
    [InlineData(Visibility.Premium)]
    public async Task Its_owner_plays_it_with_their_key_and_what_is_fetched_next_needs_none(Visibility visibility)
    {
        var asset = await AddAsync(visibility);

        var (status, playlist, headers) = await GetAsync(IdOf(asset), "", _key);
        Assert.Equal((200, "private, max-age=60"), (status, headers.CacheControl.ToString()));
        var query = playlist[playlist.IndexOf("?token=", StringComparison.Ordinal)..].Split('"', '\n')[0];
        Assert.Equal(200, (await _house.GetAsync(_house.Function<GetHlsTrack>().RunAsync(
            Request("GET", "playback", query: query), IdOf(asset), 1, "360p", default))).Status);

        var links = await _house.Get<IPlaybackLinks>().OfAsync(asset, default);
        Assert.Equal(200, (await HlsAsync(IdOf(asset), $"?{links.HlsUrl!.Split('?')[1]}")).Status);
    }

    [Fact]
    public async Task A_scheduled_video_is_private_until_its_moment_and_public_from_then_on()
    {
        var asset = await AddAsync(Visibility.Scheduled);

        _house.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Equal(404, (await HlsAsync(IdOf(asset))).Status);
        Assert.Equal(200, (await HlsAsync(IdOf(asset), await TokenAsync(asset))).Status);

        _house.Clock.Advance(TimeSpan.FromTicks(1));
        var (status, _, headers) = await GetAsync(IdOf(asset));
        Assert.Equal((200, "public, max-age=60"), (status, headers.CacheControl.ToString()));
    }

    [Fact]
    public async Task What_a_cache_may_keep_of_a_refusal_is_nothing()
    {
        var (_, _, headers) = await GetAsync(IdOf(await AddAsync(Visibility.Scheduled)));

        Assert.Equal("no-store", headers.CacheControl);
    }

    [Theory]
    [InlineData(Visibility.Members)]
    [InlineData(Visibility.Premium)]
    public async Task Nobody_is_entitled_to_anything_but_by_a_token(Visibility visibility)
    {
        var asset = await AddAsync(visibility);

        Assert.Equal((403, "playback.not_entitled"), CodeOf(await HlsAsync(IdOf(asset))));
        Assert.Equal((403, "playback.not_entitled"), CodeOf(await HlsAsync(IdOf(asset), "", _stranger)));
        Assert.Equal((401, "playback.token_invalid"), CodeOf(await HlsAsync(IdOf(asset), "?token=forged")));
        Assert.Equal(200, (await HlsAsync(IdOf(asset), await TokenAsync(asset))).Status);
    }

    [Fact]
    public async Task An_owner_changes_who_may_see_it_over_the_API()
    {
        var asset = await AddAsync(Visibility.Unlisted);
        Assert.Equal(200, (await HlsAsync(IdOf(asset))).Status);

        var (status, body, _) = await _house.GetAsync(_house.Function<PatchAsset>().RunAsync(
            Request("PATCH", "assets", _key, new { visibility = "private", description = "Waves", tags = new[] { "sea" }, licence = "ccBy" }), asset.Id, default));

        Assert.Equal(200, status);
        var changed = JsonDocument.Parse(body).RootElement;
        Assert.Equal(("private", "Waves", "ccBy"), (changed.GetProperty("visibility").GetString(), changed.GetProperty("description").GetString(), changed.GetProperty("licence").GetString()));
        Assert.Equal(404, (await HlsAsync(IdOf(asset))).Status);
        var watch = JsonDocument.Parse((await _house.GetAsync(_house.Function<GetWatch>().RunAsync(Request("GET", "playback", _key), IdOf(asset), default))).Body).RootElement;
        Assert.Equal(("private", "Waves", "sea"), (watch.GetProperty("visibility").GetString(), watch.GetProperty("description").GetString(), watch.GetProperty("tags")[0].GetString()));
        Assert.Contains("?token=", watch.GetProperty("hlsUrl").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Visibility.Private, false)]
    [InlineData(Visibility.Unlisted, true)]
    public async Task A_clip_tells_of_what_it_was_cut_from_only_what_everybody_may_see(Visibility visibility, bool told)
    {
        var (parent, clip) = (await AddAsync(visibility), await AddAsync(Visibility.Unlisted));
        await _house.Get<Assets>().UpdateAsync(clip.Id, asset => asset with { ClipOf = new ClipOrigin(parent.Id, 0, 4) }, default);

        var watch = await _house.GetAsync(_house.Function<GetWatch>().RunAsync(Request("GET", "playback"), IdOf(clip), default));

        Assert.Equal(told, JsonDocument.Parse(watch.Body).RootElement.TryGetProperty("clipOf", out _));
    }

    private async Task<Asset> AddAsync(Visibility visibility)
    {
        var asset = await _house.AddAsync(AssetState.Ready);
        var at = visibility == Visibility.Scheduled ? _house.Clock.GetUtcNow().AddHours(1) : (DateTimeOffset?)null;
        return (await _house.Get<Assets>().UpdateAsync(asset.Id, found => found with { Visibility = visibility, PublishAt = at }, default)).Value;
    }

    private static string IdOf(Asset asset) => asset.PlaybackIds[0].Id;

    private async Task<string> TokenAsync(Asset asset) => $"?token={(await _house.Get<PlaybackTokens>().IssueAsync(asset, IdOf(asset), null, default)).Value.Token}";

    private async Task<(int Status, string Body)> HlsAsync(string id, string query = "", string? key = null)
    {
        var (status, body, _) = await GetAsync(id, query, key);
        return (status, body);
    }

    private Task<(int Status, string Body, IHeaderDictionary Headers)> GetAsync(string id, string query = "", string? key = null) =>
        _house.GetAsync(_house.Function<GetHls>().RunAsync(Request("GET", "playback", key, query: query), id, default));

    private static (int Status, string? Code) CodeOf((int Status, string Body) answer) => (answer.Status, CodeOf(answer.Body));

    private static string? CodeOf(string problem) => JsonDocument.Parse(problem).RootElement.GetProperty("code").GetString();
}
