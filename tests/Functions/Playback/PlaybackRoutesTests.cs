using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Playback;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Playback;

public sealed class PlaybackRoutesTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_ready_public_video_plays_without_a_token()
    {
        var id = IdOf(await _house.AddAsync(AssetState.Ready));

        var (status, playlist, headers) = await HlsAsync(id);

        Assert.Equal((200, "public, max-age=60"), (status, headers.CacheControl.ToString()));
        Assert.Contains($"{id}/r1/360p.m3u8", playlist, StringComparison.Ordinal);
        Assert.DoesNotContain("token", playlist, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Media_playlists_carry_signed_segment_urls_and_may_be_kept_while_those_work()
    {
        var id = IdOf(await _house.AddAsync(AssetState.Ready));

        var (status, playlist, headers) = await TrackAsync(id, 1, "360p");

        Assert.Equal((200, "public, max-age=300"), (status, headers.CacheControl.ToString()));
        Assert.Contains("/video/360p/000001.m4s?e=", playlist, StringComparison.Ordinal);
        Assert.Contains("#EXT-X-ENDLIST", playlist, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_viewers_in_one_time_bucket_get_the_same_bytes()
    {
        var id = IdOf(await _house.AddAsync(AssetState.Ready));

        var first = await TrackAsync(id, 1, "360p");
        _house.Clock.Advance(TimeSpan.FromMinutes(20));
        var second = await TrackAsync(id, 1, "360p");

        Assert.Equal(first.Body, second.Body);
    }

    [Fact]
    public async Task Dash_is_there_when_the_asset_is_ready()
    {
        var id = IdOf(await _house.AddAsync(AssetState.Ready));

        var (status, mpd, _) = await _house.GetAsync(
            _house.Function<GetDash>().RunAsync(Request("GET", $"playback/{id}.mpd"), id, default));

        Assert.Equal(200, status);
        Assert.Contains("<MPD", mpd, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_waits_until_the_asset_is_ready()
    {
        var asset = await _house.AddAsync(AssetState.Processing);
        await _house.ProgressAsync(asset, "head", "360p", 12800, 1);
        await _house.ProgressAsync(asset, "audio", "und-128k", 48000, 1);

        await IsProblemAsync(HlsAsync(IdOf(asset)), 409, "asset.not_ready");
        await IsProblemAsync(TrackAsync(IdOf(asset), 0, "360p"), 409, "asset.not_ready");
        await IsProblemAsync(WatchAsync(IdOf(asset)), 409, "asset.not_ready");
    }

    [Fact]
    public async Task The_owner_is_told_that_there_will_never_be_anything_to_play()
    {
        var asset = await _house.AddAsync(AssetState.Failed);

        await IsProblemAsync(HlsAsync(IdOf(asset), await _house.OwnersQueryAsync(asset)), 409, "asset.failed");
    }

    [Fact]
    public async Task The_owner_plays_what_grows()
    {
        var asset = await _house.AddAsync(AssetState.Processing);
        var token = await _house.OwnersQueryAsync(asset);
        await IsProblemAsync(HlsAsync(IdOf(asset), token), 409, "asset.not_ready");
        await _house.ProgressAsync(asset, "head", "360p", 12800, 1);
        await _house.ProgressAsync(asset, "audio", "und-128k", 48000, 1);
        _house.Clock.Advance(TimeSpan.FromSeconds(1));

        var (_, multivariant, headers) = await HlsAsync(IdOf(asset), token);
        var (_, track, _) = await TrackAsync(IdOf(asset), 0, "360p", token);

        Assert.Equal("private, max-age=1", headers.CacheControl);
        Assert.Contains($"{IdOf(asset)}/r0/360p.m3u8?token=", multivariant, StringComparison.Ordinal);
        Assert.Contains("/head/360p/000000.m4s?e=", track, StringComparison.Ordinal);
        Assert.Contains("#EXT-X-PLAYLIST-TYPE:EVENT", track, StringComparison.Ordinal);
        Assert.DoesNotContain("#EXT-X-ENDLIST", track, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_growing_playlist_ends_when_the_asset_is_ready_and_still_answers()
    {
        var asset = await _house.AddAsync(AssetState.Ready);
        await _house.DoneAsync(asset, "head", "360p", 12800, 2);
        await _house.DoneAsync(asset, "audio", "und-128k", 48000, 4);
        await _house.DoneAsync(asset, "video-c0", "360p", 12800, 4);

        var (status, track, _) = await TrackAsync(IdOf(asset), 0, "360p");

        Assert.Equal(200, status);
        Assert.Contains("#EXT-X-ENDLIST", track, StringComparison.Ordinal);
        Assert.Contains("/head/360p/000001.m4s", track, StringComparison.Ordinal);
        Assert.Contains("/video/360p/000003.m4s", track, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_is_no_longer_kept_is_gone() =>
        await IsProblemAsync(TrackAsync(IdOf(await _house.AddAsync(AssetState.Ready)), 7, "360p"), 410, "playback.revision_gone");

    [Fact]
    public async Task A_track_that_is_not_there_is_not_found() =>
        await IsProblemAsync(TrackAsync(IdOf(await _house.AddAsync(AssetState.Ready)), 1, "8640p"), 404, "playback.track_not_found");

    [Theory]
    [InlineData("play_00000000000000000000000000")]
    [InlineData("nonsense")]
    public async Task An_unknown_playback_id_is_not_found(string id) => await IsProblemAsync(HlsAsync(id), 404, "playback.not_found");

    [Fact]
    public async Task A_viewer_without_a_token_gets_401_for_a_signed_playback_id() => await IsProblemAsync(
        HlsAsync(IdOf(await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed))), 401, "playback.token_required");

    [Fact]
    public async Task A_token_opens_a_signed_playback_id_until_it_expires()
    {
        var asset = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed);
        var issued = await _house.Get<PlaybackTokens>().IssueAsync(asset, IdOf(asset), 600, default);
        var query = $"?token={issued.Value.Token}";

        var (status, playlist, headers) = await HlsAsync(IdOf(asset), query);
        Assert.Equal((200, "private, max-age=60"), (status, headers.CacheControl.ToString()));
        Assert.Contains($"360p.m3u8?token={issued.Value.Token}", playlist, StringComparison.Ordinal);

        _house.Clock.Advance(TimeSpan.FromSeconds(601));
        await IsProblemAsync(HlsAsync(IdOf(asset), query), 401, "playback.token_expired");
    }

    [Fact]
    public async Task A_token_for_another_video_or_a_changed_one_is_refused()
    {
        var asset = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed);
        var other = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed);
        var token = (await _house.Get<PlaybackTokens>().IssueAsync(other, IdOf(other), null, default)).Value.Token;

        await IsProblemAsync(HlsAsync(IdOf(asset), $"?token={token}"), 401, "playback.token_invalid");
        await IsProblemAsync(HlsAsync(IdOf(other), $"?token={token[..^6]}AAAAAA"), 401, "playback.token_invalid");
        await IsProblemAsync(HlsAsync(IdOf(other), "?token=eyJhbGciOiJub25lIn0.e30."), 401, "playback.token_invalid");
    }

    [Fact]
    public async Task Tokens_signed_before_the_key_was_rotated_still_work()
    {
        var asset = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed);
        await _house.OwnersQueryAsync(asset);
        _house.Clock.Advance(TimeSpan.FromDays(89));
        var before = (await _house.Get<PlaybackTokens>().IssueAsync(asset, IdOf(asset), 7 * 86400, default)).Value.Token;
        _house.Clock.Advance(TimeSpan.FromDays(2));
        var after = (await _house.Get<PlaybackTokens>().IssueAsync(asset, IdOf(asset), null, default)).Value.Token;

        Assert.NotEqual(before.Split('.')[0], after.Split('.')[0]);
        Assert.Equal(200, (await HlsAsync(IdOf(asset), $"?token={before}")).Status);
        Assert.Equal(200, (await HlsAsync(IdOf(asset), $"?token={after}")).Status);
    }

    [Fact]
    public async Task The_watch_page_learns_what_to_show()
    {
        var asset = await _house.AddAsync(AssetState.Ready);

        var body = JsonDocument.Parse((await WatchAsync(IdOf(asset))).Body).RootElement;

        Assert.Equal("The sea", body.GetProperty("title").GetString());
        Assert.False(body.GetProperty("growing").GetBoolean());
        Assert.Equal($"/api/playback/{IdOf(asset)}.m3u8", body.GetProperty("hlsUrl").GetString());
        Assert.Contains("/pictures/poster.jpg?e=", body.GetProperty("posterUrl").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_sees_the_page_before_there_is_anything_to_play()
    {
        var asset = await _house.AddAsync(AssetState.Probing);

        var body = JsonDocument.Parse((await WatchAsync(IdOf(asset), await _house.OwnersQueryAsync(asset))).Body).RootElement;

        Assert.Equal("probing", body.GetProperty("status").GetString());
        Assert.False(body.TryGetProperty("hlsUrl", out _));
    }

    [Fact]
    public async Task A_token_is_issued_to_the_owner_only_and_for_a_sensible_time()
    {
        var asset = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed);
        var key = await _house.NewKeyAsync();

        Assert.Equal(201, (await TokenAsync(key, new { playbackId = IdOf(asset) })).Status);
        await IsProblemAsync(TokenAsync(null, new { playbackId = IdOf(asset) }), 401, "auth.required");
        await IsProblemAsync(TokenAsync(key, new { playbackId = "play_x" }), 404, "playback.id_unknown");
        await IsProblemAsync(TokenAsync(key, new { playbackId = IdOf(asset), expiresInSeconds = 1e9 }), 400, "playback.lifetime_invalid");

        Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> TokenAsync(string? with, object body) =>
            _house.GetAsync(_house.Function<PostPlaybackToken>().RunAsync(
                Request("POST", $"assets/{asset.Id}/playback-tokens", with, body), asset.Id, default));
    }

    private static string IdOf(Asset asset) => asset.PlaybackIds[0].Id;

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> HlsAsync(string id, string query = "") =>
        _house.GetAsync(_house.Function<GetHls>().RunAsync(Request("GET", $"playback/{id}.m3u8", query: query), id, default));

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> TrackAsync(
        string id, int revision, string track, string query = "") =>
        _house.GetAsync(_house.Function<GetHlsTrack>().RunAsync(
            Request("GET", $"playback/{id}/r{revision}/{track}.m3u8", query: query), id, revision, track, default));

    private Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> WatchAsync(string id, string query = "") =>
        _house.GetAsync(_house.Function<GetWatch>().RunAsync(Request("GET", $"playback/{id}", query: query), id, default));

    private static async Task IsProblemAsync(
        Task<(int Status, string Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> answer, int status, string code)
    {
        var (actual, body, _) = await answer;
        Assert.Equal((status, code), (actual, JsonDocument.Parse(body).RootElement.GetProperty("code").GetString()));
    }
}
