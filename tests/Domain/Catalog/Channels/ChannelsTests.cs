using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Catalog.Channels;

public sealed class ChannelsTests : IAsyncLifetime
{
    private readonly House _house = new();

    private Domain.Catalog.Channels.Channels All => _house.Get<Domain.Catalog.Channels.Channels>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_channel_is_found_by_its_id_and_by_its_handle_however_it_is_written()
    {
        var channel = await CreateAsync("the.sea-1");

        foreach (var name in new[] { channel.Id, "the.sea-1", "@the.sea-1", "@The.Sea-1" })
            Assert.Equal(channel.Id, (await All.FindAsync(name, default)).Value.Value.Id);
        foreach (var name in new[] { "", "@", "the.sea", "channel_0123456789abcdefghjkmnpqrs", "no such thing", new string('a', 300) })
            Assert.Equal("channel.not_found", (await All.FindAsync(name, default)).Error!.Code);
    }

    [Theory]
    [InlineData("ab", "Sea", null, "channel.handle_invalid")]
    [InlineData("-sea", "Sea", null, "channel.handle_invalid")]
    [InlineData("sea_side", "Sea", null, "channel.handle_invalid")]
    [InlineData("séa", "Sea", null, "channel.handle_invalid")]
    [InlineData("a234567890123456789012345678901", "Sea", null, "channel.handle_invalid")]
    [InlineData(null, "Sea", null, "channel.handle_invalid")]
    [InlineData("sea", " ", null, "channel.name_invalid")]
    [InlineData("sea", null, null, "channel.name_invalid")]
    [InlineData("sea", "Sea", "javascript:alert(1)", "channel.links_invalid")]
    [InlineData("sea", "Sea", "https://me:secret@example.com", "channel.links_invalid")]
    [InlineData("sea", "Sea", "example.com", "channel.links_invalid")]
    public async Task What_can_not_be_said_of_a_channel_is_told(string? handle, string? name, string? link, string code)
    {
        var change = new ChannelChange
        {
            Handle = handle is null ? default : new Optional<string>(handle),
            Name = name is null ? default : new Optional<string>(name),
            Links = link is null ? default : new Optional<IReadOnlyList<ChannelLink?>?>([new ChannelLink("Elsewhere", link)]),
        };

        Assert.Equal(code, (await All.CreateAsync(_house.Owner, change, null, default)).Error!.Code);
    }

    [Fact]
    public async Task A_description_has_its_bounds() => Assert.Equal(
        "channel.description_invalid",
        (await All.CreateAsync(_house.Owner, new ChannelChange { Handle = "sea", Name = "Sea", Description = new string('x', 5001) }, null, default)).Error!.Code);

    [Fact]
    public async Task A_handle_is_one_channels_also_when_many_want_it_at_once()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => All.CreateAsync($"user_{i}", new ChannelChange { Handle = "sea", Name = "Sea" }, null, default)));

        var winner = Assert.Single(made, channel => channel.Succeeded).Value.Value;
        Assert.All(made.Where(channel => !channel.Succeeded), lost => Assert.Equal("channel.handle_taken", lost.Error!.Code));
        Assert.Equal(winner.Id, (await All.FindAsync("sea", default)).Value.Value.Id);
    }

    [Fact]
    public async Task A_handle_that_was_given_up_is_free_and_leads_nowhere_until_then()
    {
        var channel = await CreateAsync("sea");
        await All.ChangeAsync(_house.Owner, channel.Id, new ChannelChange { Handle = "ocean" }, null, default);

        Assert.Equal("channel.not_found", (await All.FindAsync("sea", default)).Error!.Code);
        Assert.Equal(channel.Id, (await All.FindAsync("ocean", default)).Value.Value.Id);
        Assert.Equal("sea", (await CreateAsync("sea")).Handle);
    }

    [Fact]
    public async Task A_handle_that_a_dead_process_left_is_free_after_a_while()
    {
        await _house.Get<IDocuments>().WriteAsync(ChannelDocuments.Names.Put(new ChannelName(1, "sea", "user_dead", "channel_dead", _house.Clock.GetUtcNow())), default);
        Assert.Equal("channel.handle_taken", (await All.CreateAsync(_house.Owner, new ChannelChange { Handle = "sea", Name = "Sea" }, null, default)).Error!.Code);
        _house.Clock.Advance(ChannelName.Grace + TimeSpan.FromSeconds(1));

        Assert.Equal("sea", (await CreateAsync("sea")).Handle);
    }

    [Fact]
    public async Task A_request_that_is_repeated_makes_one_channel()
    {
        var change = new ChannelChange { Handle = "sea", Name = "Sea" };
        var first = await All.CreateAsync(_house.Owner, change, "request", default);
        var second = await All.CreateAsync(_house.Owner, change, "request", default);

        Assert.Equal(first.Value.Value.Id, second.Value.Value.Id);
        Assert.Single((await All.ListOwnAsync(_house.Owner, new PageRequest(null, 10), default)).Items);
    }

    [Fact]
    public async Task A_change_of_what_was_changed_meanwhile_is_refused_and_clearing_clears()
    {
        var stored = (await All.CreateAsync(_house.Owner, new ChannelChange { Handle = "sea", Name = "Sea", Description = "Waves" }, null, default)).Value;
        var changed = (await All.ChangeAsync(_house.Owner, stored.Value.Id, new ChannelChange { Description = new Optional<string?>(null) }, stored.ETag, default)).Value;

        Assert.Equal(("Sea", null), (changed.Value.Name, changed.Value.Description));
        Assert.Equal("channel.changed", (await All.ChangeAsync(_house.Owner, stored.Value.Id, new ChannelChange { Name = "Ocean" }, stored.ETag, default)).Error!.Code);
        Assert.Equal("channel.not_found", (await All.ChangeAsync("user_other", stored.Value.Id, new ChannelChange { Name = "Mine" }, null, default)).Error!.Code);
    }

    [Fact]
    public async Task Who_loses_every_race_is_told_so()
    {
        var channel = await CreateAsync("sea");
        var overtaken = new Domain.Catalog.Channels.Channels(new OvertakenDocuments(_house.Get<IDocuments>()), _house.Clock);

        Assert.Equal("channel.busy", (await overtaken.ChangeAsync(_house.Owner, channel.Id, new ChannelChange { Name = "Ocean" }, null, default)).Error!.Code);
        Assert.Equal("channel.busy", (await overtaken.DeleteAsync(_house.Owner, channel.Id, default)).Error!.Code);
    }

    [Fact]
    public async Task An_account_has_so_many_channels_and_no_more()
    {
        for (var i = 0; i < Channel.Most; i++)
            await CreateAsync($"sea{i}");

        Assert.Equal("channel.too_many", (await All.CreateAsync(_house.Owner, new ChannelChange { Handle = "more", Name = "More" }, null, default)).Error!.Code);
    }

    [Fact]
    public async Task An_asset_goes_into_its_owners_channels_alone()
    {
        var (mine, upload) = (await CreateAsync("sea"), await _house.OpenAsync());
        var others = (await All.CreateAsync("user_other", new ChannelChange { Handle = "others", Name = "Others" }, null, default)).Value.Value;
        var edit = _house.Get<EditAsset>();

        Assert.Equal("channel.not_found", (await edit.ExecuteAsync(_house.Owner, upload.AssetId, new AssetChange { ChannelId = others.Id }, null, default)).Error!.Code);
        Assert.Equal(mine.Id, (await edit.ExecuteAsync(_house.Owner, upload.AssetId, new AssetChange { ChannelId = mine.Id }, null, default)).Value.Value.ChannelId);
        Assert.Null((await edit.ExecuteAsync(_house.Owner, upload.AssetId, new AssetChange { ChannelId = new Optional<string?>(null) }, null, default)).Value.Value.ChannelId);
    }

    private async Task<Channel> CreateAsync(string handle) =>
        (await All.CreateAsync(_house.Owner, new ChannelChange { Handle = handle, Name = "The sea" }, null, default)).Value.Value;
}
