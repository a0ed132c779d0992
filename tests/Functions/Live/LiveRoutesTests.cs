using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Functions.Live;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Live;

public sealed class LiveRoutesTests : IAsyncLifetime
{
    private const string Playlist = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1000000\n720/stream.m3u8\n";

    private readonly FunctionsHouse _house = new(("Live:IngestUrls", "rtmp://live.example:1935/live"), ("StreamPlatform:PublicUrl", "https://video.example"));
    private string _key = "";

    public async Task InitializeAsync() => _key = await _house.NewKeyAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task The_stream_key_is_in_the_answers_that_made_it_and_in_no_other()
    {
        var created = await CreateAsync();
        var (id, key) = (created.Text("id")!, created.Text("streamKey")!);
        Assert.Equal((201, "idle", "rtmp://live.example:1935/live"), (created.Status, created.Text("state"), created.Body.GetProperty("servers")[0].GetString()));
        Assert.Equal($"/api/live-streams/{id}", created.Headers.Location);

        var shown = await GetAsync(id);
        Assert.Null(shown.Text("streamKey"));
        Assert.Equal(created.Headers.ETag, shown.Headers.ETag);
        var listed = await _house.AnswerAsync(_house.Function<GetLiveStreams>().RunAsync(Request("GET", "live-streams", _key), default));
        Assert.Contains(id, listed.Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("livekey_", listed.Body.ToString(), StringComparison.Ordinal);

        var rotated = await _house.AnswerAsync(_house.Function<PostLiveStreamKey>().RunAsync(Request("POST", "live-streams/x/key", _key), id, default));
        Assert.Equal(201, rotated.Status);
        Assert.NotEqual(key, rotated.Text("streamKey"));
        Assert.DoesNotContain(_house.StoredFiles(), file => file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(rotated.Text("streamKey")!)) >= 0);
    }

    [Fact]
    public async Task It_is_renamed_disabled_and_deleted()
    {
        var id = (await CreateAsync()).Text("id")!;
        var etag = (await GetAsync(id)).Headers.ETag.ToString();

        var changed = await PatchAsync(id, new { title = "Harbour", enabled = false }, etag);
        Assert.Equal((200, "Harbour", "disabled"), (changed.Status, changed.Text("title"), changed.Text("state")));
        (await PatchAsync(id, new { enabled = true }, etag)).IsProblem(412, "live.changed");

        Assert.Equal(204, (await _house.AnswerAsync(_house.Function<DeleteOneLiveStream>().RunAsync(Request("DELETE", "live-streams/x", _key), id, default))).Status);
        (await GetAsync(id)).IsProblem(404, "live.not_found");
    }

    [Fact]
    public async Task Players_are_led_to_the_live_node_while_the_stream_is_on_air()
    {
        var created = await CreateAsync();
        var playbackId = created.Body.GetProperty("playbackIds")[0].GetProperty("id").GetString()!;
        var waiting = await WatchAsync(playbackId);
        Assert.Equal((200, false, null), (waiting.Status, waiting.Body.GetProperty("onAir").GetBoolean(), waiting.Text("hlsUrl")));
        (await _house.AnswerAsync(HlsAsync(playbackId))).IsProblem(409, "live.not_on_air");

        var grant = await ShowAsync(created.Text("streamKey")!);
        var onAir = await WatchAsync(playbackId);
        Assert.Equal((true, $"/api/playback/{playbackId}.m3u8"), (onAir.Body.GetProperty("onAir").GetBoolean(), onAir.Text("hlsUrl")));
        Assert.Equal("active", (await GetAsync(created.Text("id")!)).Text("state"));
        var manifest = Assert.IsType<ManifestAnswer>(await HlsAsync(playbackId));
        Assert.Contains($"\n/{grant.OriginPath}/720/stream.m3u8\n", manifest.Text, StringComparison.Ordinal);
        Assert.Equal("public, max-age=2", manifest.CacheControl);
    }

    [Fact]
    public async Task A_signed_stream_is_watched_by_token_and_its_answers_are_kept_by_no_cache_that_others_share()
    {
        var created = await CreateAsync("signed");
        var playbackId = created.Body.GetProperty("playbackIds")[0].GetProperty("id").GetString()!;
        await ShowAsync(created.Text("streamKey")!);
        (await WatchAsync(playbackId)).IsProblem(401, "playback.token_required");
        (await _house.AnswerAsync(HlsAsync(playbackId, "?token=forged"))).IsProblem(401, "playback.token_invalid");

        var token = (await TokenAsync(created.Text("id")!, new { expiresInSeconds = 60 })).Text("token")!;
        Assert.Equal("private, max-age=2", Assert.IsType<ManifestAnswer>(await HlsAsync(playbackId, $"?token={token}")).CacheControl);
        Assert.Equal($"/api/playback/{playbackId}.m3u8?token={token}", (await WatchAsync(playbackId, $"?token={token}")).Text("hlsUrl"));
        (await TokenAsync(created.Text("id")!, new { expiresInSeconds = 0 })).IsProblem(400, "playback.lifetime_invalid");
    }

    [Fact]
    public async Task Where_no_node_takes_streams_in_none_is_made()
    {
        await using var house = new FunctionsHouse();
        var key = await house.NewKeyAsync();

        (await house.AnswerAsync(house.Function<PostLiveStream>().RunAsync(Request("POST", "live-streams", key, new { title = "Sea" }), default))).IsProblem(503, "live.not_offered");
    }

    private Task<Answer> CreateAsync(string policy = "public") =>
        _house.AnswerAsync(_house.Function<PostLiveStream>().RunAsync(Request("POST", "live-streams", _key, new { title = "The sea, live", playbackPolicy = policy }), default));

    private async Task<LiveIngestGrant> ShowAsync(string streamKey)
    {
        var ingest = new LiveIngest(_house.Get<IDocuments>(), _house.Clock);
        var grant = (await ingest.AdmitAsync(streamKey, "cell1", default)).Value;
        Assert.True((await ingest.ShowAsync(grant, Playlist, default)).Succeeded);
        return grant;
    }

    private Task<Answer> GetAsync(string id) => _house.AnswerAsync(_house.Function<GetOneLiveStream>().RunAsync(Request("GET", "live-streams/x", _key), id, default));

    private Task<Answer> WatchAsync(string playbackId, string query = "") =>
        _house.AnswerAsync(_house.Function<GetLive>().RunAsync(Request("GET", $"playback/{playbackId}/live", query: query), playbackId, default));

    private Task<Microsoft.AspNetCore.Http.IResult> HlsAsync(string playbackId, string query = "") =>
        new GetHls(null!, _house.Get<LiveRequests>(), null!).RunAsync(Request("GET", $"playback/{playbackId}.m3u8", query: query), playbackId, default);

    private Task<Answer> TokenAsync(string id, object body) =>
        _house.AnswerAsync(_house.Function<PostLiveToken>().RunAsync(Request("POST", "live-streams/x/playback-tokens", _key, body), id, default));

    private Task<Answer> PatchAsync(string id, object body, string etag)
    {
        var request = Request("PATCH", "live-streams/x", _key, body);
        request.Headers.IfMatch = etag;
        return _house.AnswerAsync(_house.Function<PatchLiveStream>().RunAsync(request, id, default));
    }
}
