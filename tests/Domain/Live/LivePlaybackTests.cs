using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Tests.Live;

public sealed class LivePlaybackTests : IAsyncLifetime
{
    private const string Playlist = "#EXTM3U\r\n#EXT-X-INDEPENDENT-SEGMENTS\r\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"Sound\",URI=\"audio/stream.m3u8\"\r\n#EXT-X-STREAM-INF:BANDWIDTH=1000000,AUDIO=\"a\"\r\n720/stream.m3u8\r\n";

    private readonly LiveHouse _house = new();
    private LivePlayback _playback = null!;

    public Task InitializeAsync()
    {
        var tokens = new PlainTokens();
        _playback = new LivePlayback(_house.Documents, tokens, new PlaybackTokens(tokens, _house.Clock), _house.Clock);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Players_are_led_to_the_node_while_there_is_something_to_watch()
    {
        var (stream, key) = await _house.CreateAsync();
        Assert.Equal("live.not_on_air", (await MultivariantAsync(stream)).Error?.Code);

        var grant = await _house.AdmitAsync(key);
        Assert.Equal("live.not_on_air", (await MultivariantAsync(stream)).Error?.Code);

        Assert.True((await _house.Ingest.ShowAsync(grant, Playlist, default)).Succeeded);
        var folder = $"/{grant.OriginPath}/";
        Assert.Equal(
            $"#EXTM3U\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"Sound\",URI=\"{folder}audio/stream.m3u8\"\n#EXT-X-STREAM-INF:BANDWIDTH=1000000,AUDIO=\"a\"\n{folder}720/stream.m3u8\n",
            (await MultivariantAsync(stream)).Value);

        await _house.Ingest.EndAsync(grant, default);
        Assert.Equal("live.not_on_air", (await MultivariantAsync(stream)).Error?.Code);
    }

    [Fact]
    public async Task What_a_dead_node_showed_is_not_on_air()
    {
        var (stream, key) = await _house.CreateAsync();
        await _house.Ingest.ShowAsync(await _house.AdmitAsync(key), Playlist, default);
        Assert.True((await MultivariantAsync(stream)).Succeeded);

        _house.Clock.Advance(LiveLease.Duration);
        Assert.Equal("live.not_on_air", (await MultivariantAsync(stream)).Error?.Code);
    }

    [Fact]
    public async Task A_signed_stream_is_watched_by_who_has_a_token_for_it_and_by_its_owner()
    {
        var (stream, key) = await _house.CreateAsync(PlaybackPolicy.Signed);
        await _house.Ingest.ShowAsync(await _house.AdmitAsync(key), Playlist, default);

        Assert.Equal("playback.token_required", (await FindAsync(stream, new Viewer())).Error?.Code);
        Assert.Equal("playback.token_required", (await FindAsync(stream, new Viewer(AccountId: "user_other"))).Error?.Code);
        Assert.Equal("playback.token_invalid", (await FindAsync(stream, new Viewer("Play:live_other"))).Error?.Code);

        var token = $"Play:{stream.PlaybackId.Id}";
        Assert.Equal(token, (await FindAsync(stream, new Viewer(token))).Value.Token);
        Assert.Equal(token, (await FindAsync(stream, new Viewer(AccountId: _house.Owner))).Value.Token);
    }

    [Fact]
    public async Task An_address_that_no_stream_has_plays_nothing()
    {
        var (stream, _) = await _house.CreateAsync();
        await _house.Streams.DeleteAsync(_house.Owner, stream.Id, default);

        foreach (var id in new[] { stream.PlaybackId.Id, OpaqueId.New(LiveStream.PlaybackPrefix), "live_x", "" })
            Assert.Equal("playback.not_found", (await _playback.FindAsync(id, new Viewer(), default)).Error?.Code);
    }

    private Task<Result<LiveView>> FindAsync(LiveStream stream, Viewer viewer) => _playback.FindAsync(stream.PlaybackId.Id, viewer, default);

    private async Task<Result<string>> MultivariantAsync(LiveStream stream) => (await FindAsync(stream, new Viewer())).Value.Multivariant();

    /// <summary>Tokens that say in clear what they are for.</summary>
    private sealed class PlainTokens : IPlaybackTokens
    {
        public Task<PlaybackToken> IssueAsync(PlaybackClaims claims, DateTimeOffset issuedAt, DateTimeOffset expiresAt, CancellationToken ct) =>
            Task.FromResult(new PlaybackToken($"{claims.Scope}:{claims.PlaybackId}", expiresAt));

        public Task<Result<PlaybackClaims>> ReadAsync(string token, string ownerId, CancellationToken ct) =>
            Task.FromResult<Result<PlaybackClaims>>(new PlaybackClaims(token.Split(':')[1], Enum.Parse<PlaybackScope>(token.Split(':')[0])));
    }
}
