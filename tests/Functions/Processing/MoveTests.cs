using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Processing.Moving;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Tests;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Tests.Playback;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Processing;

/// <summary>What becomes of assets and channels that go to another account, whenever the process dies.</summary>
public sealed class MoveTests : IAsyncLifetime
{
    private const long Bytes = 1000;

    private static readonly string Ada = OpaqueId.From("user", "ada"), Walks = OpaqueId.From("org", "walks");

    private readonly PlaybackHouse _house = new(("Quotas:BytesStored", "2500"));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task An_asset_goes_there_and_back_with_its_original_and_counts_once()
    {
        var asset = await AddAsync();
        var there = (await Move.CheckAsync(Ada, Walks, asset.Id, default)).Value.Move;

        Assert.True(await DieAsync(process => process.GetRequiredService<MoveAsset>().ExecuteAsync(there, asset.Id, default), () => Task.CompletedTask) > 5);

        await IsOfAsync(Walks, Ada, asset);
        Assert.Equal(VideoEvents.Updated, _house.Events.Told.Last().Type);
        Assert.Equal(200, (await _house.GetAsync(_house.Function<GetWatch>().RunAsync(Request("GET", $"playback/{asset.PlaybackIds[0].Id}"), asset.PlaybackIds[0].Id, default))).Status);

        // Asked for once more it is there, and back again it counts anew; what began the first time does it no second.
        Assert.Equal(Walks, (await Move.CheckAsync(Ada, Walks, asset.Id, default)).Value.Asset.OwnerId);
        var back = (await Move.CheckAsync(Walks, Ada, asset.Id, default)).Value.Move;
        await Move.ExecuteAsync(back, asset.Id, default);
        await Move.ExecuteAsync(there, asset.Id, default);
        await IsOfAsync(Ada, Walks, asset);
    }

    [Fact]
    public async Task What_does_not_fit_or_is_in_the_making_stays_as_it_is()
    {
        var asset = await AddAsync();
        for (var other = 0; other < 2; other++)
            await AddAsync(Walks);
        var move = (await Move.CheckAsync(Ada, Walks, asset.Id, default)).Value.Move;

        Assert.Equal("quota.bytes", (await Move.ExecuteAsync(move, asset.Id, default)).Error?.Code);
        Assert.Equal(Ada, (await Get<IAssetStore>().FindAsync(asset.Id, default))!.Value.OwnerId);

        var making = await _house.AddAsync(AssetState.Processing, ownerId: Ada);
        Assert.Equal("asset.wrong_state", (await Move.CheckAsync(Ada, Walks, making.Id, default)).Error?.Code);
        await Get<IUploadStore>().AddAsync(UploadOf(asset, "open") with { State = UploadState.Awaiting }, default);
        Assert.Equal("asset.wrong_state", (await Move.CheckAsync(Ada, Walks, asset.Id, default)).Error?.Code);
        Assert.Equal("asset.not_found", (await Move.CheckAsync(Walks, "user_other", asset.Id, default)).Error?.Code);
    }

    [Fact]
    public async Task A_channel_goes_with_what_is_assigned_to_it_and_no_video_is_ever_shown_elsewhere()
    {
        var channels = Get<Channels>();
        var channel = (await channels.CreateAsync(Ada, new ChannelChange { Handle = "deep.zooms", Name = "Deep zooms" }, null, default)).Value.Value;
        var (asset, trashed, other) = (await AddAsync(), await _house.AddAsync(AssetState.Ready, ownerId: Ada), await _house.AddAsync(AssetState.Ready, ownerId: Ada));
        foreach (var each in new[] { asset, trashed })
            await Get<Assets>().UpdateAsync(each.Id, found => found with { ChannelId = channel.Id, Visibility = Visibility.Public }, default);
        await Get<Assets>().UpdateAsync(trashed.Id, found => found with { Trashed = new TrashMark(found.UpdatedAt, found.UpdatedAt) }, default);
        Assert.Equal("move.default_channel", (await Get<MoveChannel>().CheckAsync(Ada, Walks, (await channels.OfAsync(other, default)).Id, default)).Error?.Code);
        Assert.Equal("channel.not_found", (await Get<MoveChannel>().CheckAsync("user_other", Walks, channel.Id, default)).Error?.Code);
        var left = (await Get<MoveChannel>().CheckAsync(Ada, Walks, channel.Id, default)).Value.Move;

        while (left is not null)
        {
            MoveStep? step = null;
            await DieAsync(async process => step = await process.GetRequiredService<MoveChannel>().StepAsync(left, default), async () =>
            {
                Assert.Equal(channel.Id, (await channels.OfAsync((await Get<IAssetStore>().FindAsync(asset.Id, default))!.Value, default)).Id);
                Assert.Equal(channel.Id, (await channels.FindAsync("deep.zooms", default)).Value.Value.Id);
            });
            Assert.False(step!.Wait);
            left = step.Next;
        }

        await IsOfAsync(Walks, Ada, asset);
        Assert.Equal(Walks, (await Get<IAssetStore>().FindAsync(trashed.Id, default))!.Value.OwnerId);
        Assert.Equal(Ada, (await Get<IAssetStore>().FindAsync(other.Id, default))!.Value.OwnerId);
        Assert.Equal(Walks, (await channels.FindAsync(channel.Id, default)).Value.Value.OwnerId);
        Assert.False((await channels.GetOwnAsync(Ada, channel.Id, default)).Succeeded);
        Assert.Equal(Walks, (await Get<MoveChannel>().CheckAsync(Ada, Walks, channel.Id, default)).Value.Channel.OwnerId);
    }

    [Fact]
    public async Task A_channel_waits_for_what_is_in_the_making_and_goes_without_it_in_the_end()
    {
        var channel = (await Get<Channels>().CreateAsync(Ada, new ChannelChange { Handle = "deep.zooms", Name = "Deep zooms" }, null, default)).Value.Value;
        var making = await _house.AddAsync(AssetState.Processing, ownerId: Ada);
        await Get<Assets>().UpdateAsync(making.Id, found => found with { ChannelId = channel.Id }, default);
        var (left, waits) = ((await Get<MoveChannel>().CheckAsync(Ada, Walks, channel.Id, default)).Value.Move, 0);

        for (var at = left; at is not null;)
        {
            var step = await Get<MoveChannel>().StepAsync(at, default);
            (at, waits) = (step.Next, waits + (step.Wait ? 1 : 0));
        }

        Assert.Equal(MoveChannel.MostRounds, waits);
        Assert.Equal((Ada, Walks), ((await Get<IAssetStore>().FindAsync(making.Id, default))!.Value.OwnerId, (await Get<Channels>().FindAsync(channel.Id, default)).Value.Value.OwnerId));
    }

    private MoveAsset Move => Get<MoveAsset>();

    private T Get<T>()
        where T : notnull => _house.Get<T>();

    private async Task IsOfAsync(string owner, string former, Asset asset)
    {
        var uploads = Get<IUploadStore>();
        Assert.Equal(owner, (await Get<IAssetStore>().FindAsync(asset.Id, default))!.Value.OwnerId);
        Assert.Contains((await Get<IAssetStore>().ListAsync(owner, false, null, 10, default)).Items, found => found.Id == asset.Id);
        Assert.DoesNotContain((await Get<IAssetStore>().ListAsync(former, false, null, 10, default)).Items, found => found.Id == asset.Id);
        Assert.Equal((Bytes, 0L), ((await Get<Quotas>().UsageOfAsync(owner, default)).Used.Bytes, (await Get<Quotas>().UsageOfAsync(former, default)).Used.Bytes));
        Assert.Equal(UploadState.Committed, Assert.Single(await uploads.ListByAssetAsync(owner, asset.Id, default)).State);
        Assert.NotNull(await Get<IDocuments>().FindAsync(ContentRecord.Kind, ContentRecord.KeyOf(owner, asset.Id), default));
        Assert.Null(await Get<IDocuments>().FindAsync(ContentRecord.Kind, ContentRecord.KeyOf(former, asset.Id), default));
    }

    /// <summary>An asset whose original is there and counted.</summary>
    private async Task<Asset> AddAsync(string? owner = null)
    {
        var asset = await _house.AddAsync(AssetState.Ready, ownerId: owner ?? Ada);
        var upload = UploadOf(asset, "one");
        await Get<IUploadStore>().AddAsync(upload, default);
        await Get<IBlobStore>().WriteAsync(upload.Blob, new byte[Bytes], "video/mp4", default);
        await Get<Quotas>().SettleUploadAsync(upload.OwnerId, upload.Id, Bytes, default);
        await Get<IDocuments>().WriteAsync(ContentRecord.Kind.Put(new ContentRecord(asset.OwnerId, asset.Id, "print", asset.CreatedAt)), default);
        return asset;
    }

    private Upload UploadOf(Asset asset, string name) => new()
    {
        Id = OpaqueId.From(Upload.IdPrefix, asset.Id + name),
        OwnerId = asset.OwnerId,
        AssetId = asset.Id,
        FileName = "sea.mp4",
        SizeBytes = Bytes,
        BlockSizeBytes = 262144,
        State = UploadState.Committed,
        CommittedBytes = Bytes,
        Generation = asset.Generation,
        CreatedAt = asset.CreatedAt,
        ExpiresAt = asset.CreatedAt.AddDays(1),
    };

    /// <summary>Each process dies one call to the outside later than the one before; the number of deaths.</summary>
    private async Task<int> DieAsync(Func<IServiceProvider, Task> work, Func<Task> between)
    {
        var crash = new Crash(1);
        await using var process = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_house.Clock)
            .AddPlatform(new ConfigurationBuilder().Build())
            .AddSingleton(crash.Around(Get<IDocuments>()))
            .AddSingleton(crash.Around(Get<IAssetStore>()))
            .AddSingleton(crash.Around(Get<IUploadStore>()))
            .AddSingleton(crash.Around(Get<IUsageStore>()))
            .AddSingleton(crash.Around(Get<IWebhookStore>()))
            .AddSingleton(crash.Around(Get<IEncodingDefaultsStore>()))
            .AddSingleton(crash.Around(Get<IBlobStore>()))
            .AddSingleton(crash.Around(Get<IEventPublisher>()))
            .BuildServiceProvider();
        for (var deaths = 0; ; deaths++)
        {
            Assert.True(deaths < 1000, "It takes no end.");
            crash.Again(deaths + 1);
            try
            {
                await work(process);
                return deaths;
            }
            catch (CrashedException)
            {
                await between();
            }
        }
    }
}
