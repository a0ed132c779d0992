using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Tests.Operations.Tiers;

public sealed class TierTests : IAsyncDisposable
{
    private static readonly TierOptions Archiving = new() { Archive = true };

    private readonly House _house = new();
    private readonly Velocity _views = new();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData(1001, 5, 5000, StorageTier.Hot)]
    [InlineData(1000, 5, 5000, StorageTier.Cool)]
    [InlineData(101, 1000, 200_000, StorageTier.Cool)]
    [InlineData(0, 364, 0, StorageTier.Cool)]
    [InlineData(100, 365, 36_500, StorageTier.Cold)]
    [InlineData(1, 800, 10_001, StorageTier.Cold)]
    [InlineData(1, 800, 10_000, StorageTier.Archive)]
    [InlineData(0, 365, 0, StorageTier.Archive)]
    public void Views_and_age_choose_the_tier(double perDay, double days, double total, StorageTier tier)
    {
        Assert.Equal(tier, Archiving.Choose(new ViewVelocity(perDay, total), TimeSpan.FromDays(days)));
        Assert.Equal(tier == StorageTier.Archive ? StorageTier.Cold : tier, new TierOptions().Choose(new ViewVelocity(perDay, total), TimeSpan.FromDays(days)));
    }

    [Theory]
    [InlineData("CoolViewsPerDay", 0, 1000)]
    [InlineData("HotViewsPerDay", 100, 99)]
    public void Limits_that_can_not_be_meant_are_named(string setting, double cool, double hot) =>
        Assert.Contains($"Tiers:{setting}", Assert.Throws<ArgumentException>(() => new TierOptions { CoolViewsPerDay = cool, HotViewsPerDay = hot }.Validated()).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_dry_run_tells_what_would_be_moved_and_moves_nothing()
    {
        var asset = await AddAsync(TimeSpan.FromDays(400), views: new ViewVelocity(2, 20_000));

        var report = await TierAsync(asset, moves: false);

        Assert.Equal(new TierMove(StorageTier.Hot, StorageTier.Cold, 1, 2, 3000), Assert.Single(report.Moves));
        Assert.Equal(0, _house.Blobs.TierWrites);
    }

    [Fact]
    public async Task Segments_alone_are_moved_and_a_second_time_nothing_is_left_to_move()
    {
        var asset = await AddAsync(TimeSpan.FromDays(400), views: new ViewVelocity(2, 20_000));

        Assert.Equal(2, Assert.Single((await TierAsync(asset)).Moves).Blobs);
        Assert.Empty((await TierAsync(asset)).Moves);

        Assert.Equal(2, _house.Blobs.TierWrites);
        Assert.Equal(StorageTier.Cold, await TierOfAsync(asset, "video/360p/000000.m4s"));
        Assert.Equal(StorageTier.Hot, await TierOfAsync(asset, "presentation.json"));
    }

    [Fact]
    public async Task A_video_that_is_watched_again_becomes_hot_again()
    {
        var asset = await AddAsync(TimeSpan.FromDays(400), views: new ViewVelocity(2, 20_000));
        await TierAsync(asset);
        _views.Of[asset.Id] = new ViewVelocity(5000, 90_000);

        Assert.Equal(new TierMove(StorageTier.Cold, StorageTier.Hot, 1, 2, 3000), Assert.Single((await TierAsync(asset)).Moves));
    }

    [Fact]
    public async Task A_video_whose_views_nobody_counts_stays_where_it_is()
    {
        var asset = await AddAsync(TimeSpan.FromDays(4000), views: null);

        Assert.Equal((1, 1, 0), await TierAsync(asset) is var report ? (report.Assets, report.Uncounted, report.Moves.Count) : default);
        Assert.Equal(0, _house.Blobs.TierWrites);
    }

    [Fact]
    public async Task What_goes_to_the_archive_is_marked_before_comes_back_once_wanted_and_plays_when_all_of_it_is_back()
    {
        var asset = await AddAsync(TimeSpan.FromDays(4000), views: new ViewVelocity(0, 3));
        await TierAsync(asset, options: Archiving);
        Assert.Equal(new ArchiveMark(_house.Clock.GetUtcNow()), (await AssetAsync(asset.Id)).Archived);
        Assert.Null(await Recall.FindAsync(asset.Id, default));

        await Recall.AskAsync(await AssetAsync(asset.Id), default);
        await Recall.AskAsync(await AssetAsync(asset.Id), default);

        Assert.Equal(VideoEvents.Updated, Assert.Single(_house.Events.Told).Type);
        Assert.Equal(new MediaRecall(asset.Id, _house.Clock.GetUtcNow()), await Recall.FindAsync(asset.Id, default));
        Assert.False(await Recall.BringBackAsync(asset.Id, default));
        Assert.False(await Recall.BringBackAsync(asset.Id, default));
        Assert.Equal(4, _house.Blobs.TierWrites);
        Assert.NotNull((await AssetAsync(asset.Id)).Archived);

        // Nobody sends it back while it comes.
        Assert.Empty((await TierAsync(await AssetAsync(asset.Id), options: Archiving)).Moves);

        _house.Blobs.Return();
        Assert.True(await Recall.BringBackAsync(asset.Id, default));
        Assert.True(await Recall.BringBackAsync(asset.Id, default));
        Assert.Null((await AssetAsync(asset.Id)).Archived);
        Assert.Null(await Recall.FindAsync(asset.Id, default));
    }

    [Fact]
    public async Task What_was_told_in_vain_is_told_again_after_a_while()
    {
        var asset = await AddAsync(TimeSpan.FromDays(4000), views: new ViewVelocity(0, 3));
        await TierAsync(asset, options: Archiving);
        var archived = await AssetAsync(asset.Id);
        _house.Events.Faults = 1;
        await Assert.ThrowsAsync<IOException>(() => Recall.AskAsync(archived, default));

        _house.Clock.Advance(TimeSpan.FromMinutes(16));
        await Recall.AskAsync(await AssetAsync(asset.Id), default);

        Assert.Single(_house.Events.Told);
    }

    [Fact]
    public async Task Reports_of_parts_of_the_catalog_add_up()
    {
        for (var i = 0; i < 45; i++)
            await AddAsync(TimeSpan.FromDays(400), views: new ViewVelocity(2, 20_000));
        await AddAsync(TimeSpan.FromDays(1), views: null);
        var catalog = new TierCatalog(_house.Get<IAssetStore>(), Tier(new TierOptions()));

        var (report, cursor, pages) = (TierReport.Nothing, (string?)null, 0);
        do
        {
            var page = await catalog.ExecuteAsync(moves: false, cursor, default);
            (report, cursor, pages) = (report.Plus(page.Report), page.Cursor, pages + 1);
        }
        while (cursor is not null);

        Assert.Equal((46, 1, 3), (report.Assets, report.Uncounted, pages));
        Assert.Equal(new TierMove(StorageTier.Hot, StorageTier.Cold, 45, 90, 135_000), Assert.Single(report.Moves));
    }

    private RecallMedia Recall => field ??= new RecallMedia(_house.Get<IAssetStore>(), _house.Get<Assets>(), _house.Events, _house.Blobs, _house.Clock);

    private TierAsset Tier(TierOptions options) => new(_house.Get<Assets>(), _house.Blobs, _views, options, _house.Clock);

    private Task<TierReport> TierAsync(Asset asset, bool moves = true, TierOptions? options = null) => Tier(options ?? new TierOptions()).ExecuteAsync(asset, moves, default);

    private async Task<Asset> AssetAsync(string id) => (await _house.Get<IAssetStore>().FindAsync(id, default))!.Value;

    private async Task<StorageTier> TierOfAsync(Asset asset, string name) => (await _house.Blobs.FindAsync(At(asset, name), default))!.Tier;

    private static BlobPath At(Asset asset, string name) => new(Containers.Media, $"{asset.Id}/1-a/{name}");

    private async Task<Asset> AddAsync(TimeSpan age, ViewVelocity? views)
    {
        var then = _house.Clock.GetUtcNow() - age;
        var asset = new Asset
        {
            Id = AssetIds.New(), OwnerId = _house.Owner, Title = "Sea", State = AssetState.Ready, CreatedAt = then, UpdatedAt = then, ReadyAt = then,
            PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)], PublishedRunId = "1-a", Revision = 1,
        };
        await _house.Get<IAssetStore>().AddAsync(asset, default);
        _house.Blobs.Commit(At(asset, "video/360p/000000.m4s"), 1000);
        _house.Blobs.Commit(At(asset, "audio/und/000000.m4s"), 2000);
        _house.Blobs.Commit(At(asset, "presentation.json"), 500);
        if (views is not null)
            _views.Of[asset.Id] = views;
        return asset;
    }

    private sealed class Velocity : IViewVelocity
    {
        public Dictionary<string, ViewVelocity> Of { get; } = [];

        public Task<ViewVelocity?> FindAsync(string assetId, DateTimeOffset since, CancellationToken ct) => Task.FromResult(Of.GetValueOrDefault(assetId));
    }
}
