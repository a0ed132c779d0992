using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Tests.Social;

namespace StreamPlatform.Domain.Tests.Live;

public sealed class LiveStreamsTests : IAsyncLifetime
{
    private readonly LiveHouse _house = new();

    private LiveStreams Streams => _house.Streams;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task The_key_is_told_once_and_stored_nowhere()
    {
        var (stream, key) = await _house.CreateAsync();
        Assert.Equal(LiveKey.HashOf(key), stream.KeyHash);

        var rotated = (await Streams.RotateKeyAsync(_house.Owner, stream.Id, default)).Value;
        Assert.NotEqual(key, rotated.Key);
        Assert.True((await _house.Ingest.AdmitAsync(rotated.Key, LiveHouse.Node, default)).Succeeded);
        Assert.Null(await _house.Documents.FindAsync(LiveDocuments.Keys, LiveDocuments.PointerOf(stream.KeyHash), default));
        Assert.DoesNotContain(rotated.Key, LiveDocuments.Streams.Add(rotated.Stream.Stream).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_is_listed_with_its_state_by_its_owner_alone()
    {
        var (older, key) = await _house.CreateAsync();
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        var (newer, _) = await _house.CreateAsync();
        await _house.AdmitAsync(key);

        var page = await Streams.ListAsync(_house.Owner, new PageRequest(null, 10), default);
        Assert.Equal([(newer.Id, LiveStreamState.Idle), (older.Id, LiveStreamState.Active)], page.Items.Select(each => (each.Stream.Id, each.State)));

        var stranger = OpaqueId.New("user");
        Assert.Empty((await Streams.ListAsync(stranger, new PageRequest(null, 10), default)).Items);
        Assert.Equal("live.not_found", (await Streams.GetAsync(stranger, older.Id, default)).Error?.Code);
        Assert.Equal("live.not_found", (await Streams.ChangeAsync(stranger, older.Id, new LiveStreamChange("Mine"), null, default)).Error?.Code);
        Assert.Equal("live.not_found", (await Streams.RotateKeyAsync(stranger, older.Id, default)).Error?.Code);
        await Streams.DeleteAsync(stranger, older.Id, default);
        Assert.True((await Streams.GetAsync(_house.Owner, older.Id, default)).Succeeded);
    }

    [Fact]
    public async Task It_is_renamed_disabled_and_enabled_by_the_etag_that_was_read()
    {
        var (stream, key) = await _house.CreateAsync();
        var read = (await Streams.GetAsync(_house.Owner, stream.Id, default)).Value;

        var renamed = (await Streams.ChangeAsync(_house.Owner, stream.Id, new LiveStreamChange(" Harbour "), read.ETag, default)).Value;
        Assert.Equal("Harbour", renamed.Stream.Title);
        Assert.Equal("live.changed", (await Streams.ChangeAsync(_house.Owner, stream.Id, new LiveStreamChange("Late"), read.ETag, default)).Error?.Code);
        Assert.Equal("live.title_invalid", (await Streams.ChangeAsync(_house.Owner, stream.Id, new LiveStreamChange(" "), null, default)).Error?.Code);

        await _house.AdmitAsync(key);
        foreach (var (enabled, state) in new[] { (true, LiveStreamState.Active), (false, LiveStreamState.Disabled), (false, LiveStreamState.Disabled), (true, LiveStreamState.Idle) })
            Assert.Equal(state, (await Streams.ChangeAsync(_house.Owner, stream.Id, new LiveStreamChange(Enabled: enabled), null, default)).Value.State);
        Assert.Equal(_house.Clock.GetUtcNow(), (await Streams.GetAsync(_house.Owner, stream.Id, default)).Value.Stream.Broadcast?.EndedAt);
    }

    [Fact]
    public async Task A_lease_that_is_renewed_changes_nothing_for_who_changes_the_stream()
    {
        var (stream, key) = await _house.CreateAsync();
        var grant = await _house.AdmitAsync(key);
        var read = (await Streams.GetAsync(_house.Owner, stream.Id, default)).Value;
        await _house.Ingest.RenewAsync(grant, default);

        Assert.True((await Streams.ChangeAsync(_house.Owner, stream.Id, new LiveStreamChange("Harbour"), read.ETag, default)).Succeeded);
    }

    [Fact]
    public async Task Streams_of_an_account_are_bounded_and_need_a_title_and_a_node()
    {
        Assert.Equal("live.title_invalid", (await Streams.CreateAsync(_house.Owner, new NewLiveStream(null), default)).Error?.Code);
        var nowhere = new LiveStreams(_house.Documents, LiveOptions.From(null), _house.Clock);
        Assert.Equal("live.not_offered", (await nowhere.CreateAsync(_house.Owner, new NewLiveStream("Sea"), default)).Error?.Code);

        for (var i = 0; i < LiveStream.Most; i++)
            await _house.CreateAsync();
        Assert.Equal("live.too_many", (await Streams.CreateAsync(_house.Owner, new NewLiveStream("One more"), default)).Error?.Code);
    }

    [Fact]
    public async Task Who_always_comes_second_is_told_to_try_again()
    {
        var (stream, key) = await _house.CreateAsync();
        var unlucky = new TroubledDocuments(_house.Documents, new Random(1)) { Deaths = 0, Losses = 0 };
        var grant = await _house.AdmitAsync(key);

        unlucky.LoseNext = 16;
        Assert.Equal("live.busy", (await new LiveStreams(unlucky, LiveOptions.From("rtmp://a.example/live"), _house.Clock).RotateKeyAsync(_house.Owner, stream.Id, default)).Error?.Code);
        unlucky.LoseNext = 16;
        Assert.Equal("live.busy", (await new LiveIngest(unlucky, _house.Clock).RenewAsync(grant, default)).Error?.Code);
        Assert.True((await _house.Ingest.RenewAsync(grant, default)).Succeeded);
    }

    [Fact]
    public async Task Nothing_of_a_deleted_stream_or_account_is_left()
    {
        var (stream, key) = await _house.CreateAsync();
        await _house.AdmitAsync(key);
        await _house.CreateAsync();

        var erase = new EraseLiveStreams(Streams, _house.Documents);
        Assert.False((await erase.EraseAsync(_house.Owner, default)).Done);
        Assert.True((await erase.EraseAsync(_house.Owner, default)).Done);

        Assert.Null(await _house.Documents.FindAsync(LiveDocuments.Leases, LiveDocuments.KeyOf(_house.Owner, stream.Id), default));
        await NoneAsync(LiveDocuments.Streams);
        await NoneAsync(LiveDocuments.Keys);
        await NoneAsync(LiveDocuments.Playbacks);
    }

    [Fact]
    public void Streams_spread_over_the_nodes_and_each_knows_them_all()
    {
        var options = LiveOptions.From("rtmp://a.example:1935/live, rtmp://b.example:1936/live");
        var first = Enumerable.Range(0, 64).Select(i => options.ServersOf(OpaqueId.From(LiveStream.IdPrefix, $"{i}"))).ToList();

        Assert.All(first, servers => Assert.Equal(2, servers.Distinct().Count()));
        Assert.InRange(first.Count(servers => servers[0].Host == "a.example"), 16, 48);
    }

    [Theory]
    [InlineData("http://a.example/live")]
    [InlineData("rtmp://key@a.example/live")]
    [InlineData("a.example")]
    public void An_address_that_is_none_is_told_by_the_name_of_the_setting(string urls) =>
        Assert.Contains("Live:IngestUrls", Assert.Throws<ArgumentException>(() => LiveOptions.From(urls)).Message, StringComparison.Ordinal);

    private async Task NoneAsync<T>(DocumentKind<T> kind)
        where T : class
    {
        await foreach (var left in _house.Documents.ScanAsync(kind, default))
            Assert.Fail($"{left} is left.");
    }
}
