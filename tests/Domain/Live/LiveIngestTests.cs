using StreamPlatform.Domain.Live;

namespace StreamPlatform.Domain.Tests.Live;

public sealed class LiveIngestTests : IAsyncLifetime
{
    private readonly LiveHouse _house = new();
    private LiveStream _stream = null!;
    private string _key = "";

    private LiveIngest Ingest => _house.Ingest;

    public async Task InitializeAsync() => (_stream, _key) = await _house.CreateAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task An_encoder_that_has_the_key_puts_its_stream_on_air_until_it_goes()
    {
        var grant = await _house.AdmitAsync(_key);
        Assert.Equal((_stream.Id, LiveStreamState.Active), (grant.LiveStreamId, await _house.StateAsync(_stream)));
        Assert.Matches("^live/cell1/[0-9a-f]{40}$", grant.OriginPath);

        Assert.True((await Ingest.RenewAsync(grant, default)).Succeeded);
        for (var i = 0; i < 2; i++)
            await Ingest.EndAsync(grant, default);
        Assert.Equal(LiveStreamState.Idle, await _house.StateAsync(_stream));
        Assert.Equal("live.revoked", (await Ingest.RenewAsync(grant, default)).Error?.Code);

        var next = await _house.AdmitAsync(_key);
        Assert.NotEqual(grant.BroadcastId, next.BroadcastId);
        Assert.NotEqual(grant.OriginPath, next.OriginPath);
    }

    [Theory]
    [InlineData("")]
    [InlineData("livekey_00000000000000000000000000")]
    [InlineData("no key at all, and much too long to be one: \r\n\0")]
    public async Task A_key_that_no_stream_has_lets_nobody_in(string key) =>
        Assert.Equal("live.key_unknown", (await Ingest.AdmitAsync(key, LiveHouse.Node, default)).Error?.Code);

    [Fact]
    public async Task Of_encoders_that_come_together_one_is_let_in()
    {
        var admitted = await Task.WhenAll(Enumerable.Range(1, 8).Select(node => Ingest.AdmitAsync(_key, $"cell{node}", default)));

        var grant = Assert.Single(admitted, each => each.Succeeded).Value;
        Assert.Equal(7, admitted.Count(each => each.Error?.Code == "live.already_on_air"));
        Assert.True((await Ingest.RenewAsync(grant, default)).Succeeded);
    }

    [Fact]
    public async Task A_stream_whose_node_died_is_idle_by_itself_and_the_next_encoder_takes_it()
    {
        var dead = await _house.AdmitAsync(_key);
        _house.Clock.Advance(LiveLease.Duration - TimeSpan.FromSeconds(1));
        Assert.Equal("live.already_on_air", (await Ingest.AdmitAsync(_key, "cell2", default)).Error?.Code);

        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(LiveStreamState.Idle, await _house.StateAsync(_stream));
        var next = (await Ingest.AdmitAsync(_key, "cell2", default)).Value;

        // The node was only asleep: it is told to stop, and what it ends is no longer its own.
        Assert.Equal("live.revoked", (await Ingest.RenewAsync(dead, default)).Error?.Code);
        Assert.Equal("live.revoked", (await Ingest.ShowAsync(dead, "#EXTM3U\nold.m3u8\n", default)).Error?.Code);
        await Ingest.EndAsync(dead, default);
        Assert.Equal(LiveStreamState.Active, await _house.StateAsync(_stream));
        Assert.True((await Ingest.RenewAsync(next, default)).Succeeded);
    }

    [Fact]
    public async Task A_node_that_was_cut_off_for_longer_than_its_lease_goes_on_when_nobody_took_the_stream()
    {
        var grant = await _house.AdmitAsync(_key);
        _house.Clock.Advance(LiveLease.Duration * 3);
        await _house.CreateAsync();
        Assert.Equal(LiveStreamState.Idle, await _house.StateAsync(_stream));

        Assert.True((await Ingest.RenewAsync(grant, default)).Succeeded);
        Assert.Equal(LiveStreamState.Active, await _house.StateAsync(_stream));
    }

    [Fact]
    public async Task A_lease_that_is_renewed_lasts_as_long_as_the_encoder_sends()
    {
        var grant = await _house.AdmitAsync(_key);
        for (var passed = TimeSpan.Zero; passed < LiveLease.Duration * 4; passed += LiveLease.RenewEvery)
        {
            _house.Clock.Advance(LiveLease.RenewEvery);
            Assert.True((await Ingest.RenewAsync(grant, default)).Succeeded);
        }

        Assert.Equal(LiveStreamState.Active, await _house.StateAsync(_stream));
    }

    [Theory]
    [InlineData("disable", "live.stream_disabled")]
    [InlineData("delete", "live.key_unknown")]
    [InlineData("rotate", "live.key_unknown")]
    public async Task What_the_owner_takes_back_disconnects_the_encoder_and_lets_it_in_no_more(string what, string refusal)
    {
        var grant = await _house.AdmitAsync(_key);
        await (what switch
        {
            "disable" => _house.Streams.ChangeAsync(_house.Owner, _stream.Id, new LiveStreamChange(Enabled: false), null, default),
            "delete" => _house.Streams.DeleteAsync(_house.Owner, _stream.Id, default),
            _ => _house.Streams.RotateKeyAsync(_house.Owner, _stream.Id, default),
        });

        Assert.Equal("live.revoked", (await Ingest.RenewAsync(grant, default)).Error?.Code);
        Assert.Equal("live.revoked", (await Ingest.ShowAsync(grant, "#EXTM3U\n", default)).Error?.Code);
        await Ingest.EndAsync(grant, default);
        Assert.Equal(refusal, (await Ingest.AdmitAsync(_key, LiveHouse.Node, default)).Error?.Code);
    }

    [Fact]
    public async Task A_node_that_misuses_the_port_is_told_so()
    {
        var grant = await _house.AdmitAsync(_key);

        await Assert.ThrowsAsync<ArgumentException>(() => Ingest.AdmitAsync(_key, "cell/../1", default));
        await Assert.ThrowsAsync<ArgumentException>(() => Ingest.ShowAsync(grant, "", default));
        await Assert.ThrowsAsync<ArgumentException>(() => Ingest.ShowAsync(grant, new string('x', LiveBroadcast.LongestMultivariant + 1), default));
    }
}
