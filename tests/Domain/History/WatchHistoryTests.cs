using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.History;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Tests.Social;
using static StreamPlatform.Domain.Tests.Social.Discussion;

namespace StreamPlatform.Domain.Tests.History;

public sealed class WatchHistoryTests : IAsyncLifetime
{
    private readonly House _house = new();
    private WatchHistory _history = null!;
    private IDocuments _documents = null!;

    private DateTimeOffset Now => _house.Clock.GetUtcNow();

    public Task InitializeAsync()
    {
        _documents = _house.Get<IDocuments>();
        _history = HistoryOn(_documents);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Reports_in_any_order_and_more_than_once_end_at_the_truth_through_lost_races_and_deaths(int seed)
    {
        var luck = new Random(seed);
        var (history, ids) = (HistoryOn(new TroubledDocuments(_documents, luck)), await VideosAsync("a", "b", "c"));
        var (told, begin) = (new List<(string Id, WatchReport Report)>(), Now);
        for (var second = 0; second < 30; second++)
            told.Add((ids[luck.Next(3)], new WatchReport(luck.Next(300), WatchedParts.FromBits((UInt128)luck.NextInt64() << luck.Next(40)), begin.AddSeconds(second / 2))));
        _house.Clock.Advance(TimeSpan.FromMinutes(1));

        var sent = told.Concat(told.Where(_ => luck.Next(3) == 0)).ToArray();
        luck.Shuffle(sent);
        foreach (var (id, report) in sent)
            Assert.True((await TroubledDocuments.UntilAnsweredAsync(() => history.ReportAsync(Anna, id, report, default))).Succeeded);

        Assert.Equal(Truth(told), await ListedAsync());
        Assert.Equal(3, (await HeadAsync())?.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_was_cleared_stays_so_whatever_comes_late_and_what_is_watched_after_it_stays(int seed)
    {
        var luck = new Random(seed);
        var documents = new TroubledDocuments(_documents, luck);
        var (history, clear, ids) = (HistoryOn(documents), new ClearHistory(documents), await VideosAsync("a", "b", "c"));
        var (told, begin, cleared) = (new List<(string Id, WatchReport Report)>(), Now, Now.AddSeconds(20.5));
        for (var second = 0; second < 40; second++)
            told.Add((ids[luck.Next(3)], new WatchReport(luck.Next(300), WatchedParts.FromBits((UInt128)luck.NextInt64()), begin.AddSeconds(second))));
        var clearing = new HistoryClearing(Anna.Id, cleared);
        var happens = told.SelectMany(each => Enumerable.Range(0, 1 + luck.Next(2)).Select(_ => (each.Report.At.AddSeconds(luck.Next(15)), (Func<Task>)(() => history.ReportAsync(Anna, each.Id, each.Report, default)))))
            .Append((cleared, async () => await clear.BeginAsync(clearing, default)))
            .Concat(Enumerable.Range(1, 4).Select(step => (cleared.AddSeconds(step * luck.Next(5)), (Func<Task>)(() => clear.StepAsync(clearing, default)))));

        foreach (var (at, happen) in happens.OrderBy(each => each.Item1))
        {
            _house.Clock.SetUtcNow(at > Now ? at : Now);
            await TroubledDocuments.UntilAnsweredAsync(async () =>
            {
                await happen();
                return true;
            });
        }

        while (await TroubledDocuments.UntilAnsweredAsync(() => clear.StepAsync(clearing, default)))
        {
        }

        var truth = Truth([.. told.Where(each => each.Report.At > cleared)]);
        Assert.Equal(truth, await ListedAsync());
        Assert.Equal(truth.Count, (await StoredAsync()).Count);
        Assert.Equal(truth.Count, (await HeadAsync())?.Count);
    }

    [Fact]
    public async Task One_that_was_taken_out_does_not_come_back_by_what_is_told_late_and_does_when_it_is_watched_again()
    {
        var id = (await VideosAsync("a"))[0];
        var (first, late) = (Report(10), Report(20));
        await _history.ReportAsync(Anna, id, first, default);
        _house.Clock.Advance(TimeSpan.FromSeconds(1));

        for (var i = 0; i < 2; i++)
            Assert.True((await _history.RemoveAsync(Anna.Id, id, default)).Succeeded);
        Assert.Null((await _history.ReportAsync(Anna, id, late, default)).Value.Progress);
        Assert.Equal((0, 0), ((await StoredAsync()).Count, (await HeadAsync())!.Count));

        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(30, (await _history.ReportAsync(Anna, id, Report(30), default)).Value.Progress?.Position);
    }

    [Fact]
    public async Task Nothing_is_written_of_who_paused_it_and_what_was_there_stays()
    {
        var ids = await VideosAsync("a", "b");
        await _history.ReportAsync(Anna, ids[0], Report(10), default);
        await new Profiles(_documents, _house.Clock).ChangeAsync(Anna.Id, new ProfileChange { Privacy = new PrivacyChange { HistoryPaused = true } }, null, default);
        _house.Clock.Advance(TimeSpan.FromSeconds(1));

        foreach (var id in ids)
            Assert.True((await _history.ReportAsync(Anna, id, Report(90), default)).Value.Paused);

        Assert.Equal([("asset_a", 10.0)], (await StoredAsync()).Select(watched => (watched.AssetId, watched.Position)));
        Assert.True((await _history.FindAsync(Anna, ids[0], default)).Value is { Paused: true, Progress.Position: 10 });
    }

    [Fact]
    public async Task What_one_may_not_see_any_more_is_not_shown_and_everybody_has_their_own()
    {
        var ids = await VideosAsync("a", "b", "c");
        foreach (var id in ids)
            await _history.ReportAsync(Anna, id, Report(10), default);
        await _history.ReportAsync(Ben, ids[0], Report(50), default);
        await ChangeAsync("asset_a", asset => asset with { Visibility = Visibility.Private });
        await ChangeAsync("asset_b", asset => asset with { State = AssetState.Deleted });

        Assert.Equal(["asset_c"], (await ListedAsync()).Select(watched => watched.AssetId));
        Assert.Equal("playback.not_found", (await _history.FindAsync(Anna, ids[0], default)).Error?.Code);
        Assert.Equal("playback.not_found", (await _history.ReportAsync(Anna, ids[0], Report(11), default)).Error?.Code);
        Assert.True((await _history.RemoveAsync(Anna.Id, ids[0], default)).Succeeded);
        Assert.DoesNotContain(await StoredAsync(), watched => watched.AssetId == "asset_a");
        Assert.Equal(10, (await _history.ListAsync(Anna, new PageRequest(null, 10), false, default)).Items.Single().Position);
    }

    [Fact]
    public async Task The_oldest_go_when_there_are_too_many_and_what_is_a_year_old_goes_by_itself()
    {
        var history = HistoryOn(_documents, most: 3);
        var ids = await VideosAsync("a", "b", "c", "d", "e");
        await history.ReportAsync(Anna, ids[0], Report(10), default);
        _house.Clock.Advance(WatchedVideo.Kept);
        Assert.Empty(await ListedAsync());
        foreach (var id in ids[1..])
        {
            await history.ReportAsync(Anna, id, Report(10), default);
            _house.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange((await StoredAsync()).Count, 1, 3);
        Assert.Equal("asset_e", (await ListedAsync())[0].AssetId);
        Assert.Equal((await StoredAsync()).Count, (await HeadAsync())?.Count);
    }

    [Fact]
    public async Task What_can_be_gone_on_with_is_found_behind_what_is_finished()
    {
        var ids = await VideosAsync([.. Enumerable.Range(0, 9).Select(number => $"v{number}")]);
        for (var i = 0; i < ids.Length; i++)
        {
            await _history.ReportAsync(Anna, ids[i], Report(i == 0 ? 100 : i % 2 == 0 ? 5 : 299), default);
            _house.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var page = await _history.ListAsync(Anna, new PageRequest(null, 2), unfinished: true, default);

        Assert.Equal(100, Assert.Single(page.Items).ResumeAt);
    }

    [Fact]
    public async Task Who_is_overtaken_again_and_again_is_told_so()
    {
        var id = (await VideosAsync("a"))[0];
        await _history.ReportAsync(Anna, id, Report(10), default);
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        var history = HistoryOn(new TroubledDocuments(_documents, new Random(1)) { Deaths = 0, Losses = 100 });

        Assert.Equal("history.busy", (await history.ReportAsync(Anna, id, Report(20), default)).Error?.Code);
        Assert.Equal("history.busy", (await history.RemoveAsync(Anna.Id, id, default)).Error?.Code);
    }

    private static List<WatchedVideo> Truth(IReadOnlyList<(string Id, WatchReport Report)> told) =>
    [
        .. told.GroupBy(each => each.Id, each => each.Report).Select(reports =>
        {
            var last = reports.OrderBy(report => report.At).ThenBy(report => report.Position).Last();
            return WatchedVideo.Of(Anna.Id, AssetOf(reports.Key), last with { Parts = reports.Aggregate(default(WatchedParts), (parts, report) => parts | report.Parts) });
        }).OrderByDescending(watched => watched.At).ThenByDescending(watched => watched.AssetId, StringComparer.Ordinal),
    ];

    private static string AssetOf(string playbackId) => new[] { "a", "b", "c" }.Where(title => PlaybackIdOf(title) == playbackId).Select(title => $"asset_{title}").Single();

    private static string PlaybackIdOf(string title) => OpaqueId.From(AssetIds.PlaybackPrefix, title);

    private WatchReport Report(double position) => WatchReport.Of(position, null, null, Now).Value;

    private WatchHistory HistoryOn(IDocuments documents, int most = HistoryRoom.Most)
    {
        var assets = _house.Get<IAssetStore>();
        return new WatchHistory(documents, assets, new SeenVideos(assets, new NoEntitlements(), _house.Clock), new Profiles(documents, _house.Clock), new HistoryRoom(documents, most), _house.Clock);
    }

    private async Task<List<WatchedVideo>> ListedAsync() =>
        [.. (await _history.ListAsync(Anna, new PageRequest(null, 50), false, default)).Items.Select(progress => progress.Watched)];

    private async Task<IReadOnlyList<WatchedVideo>> StoredAsync() =>
        (await _documents.ListAsync(WatchedVideo.Kind, Anna.Id, "", new PageRequest(null, 50), ListOrder.Descending, default)).Items;

    private async Task<HistoryHead?> HeadAsync() => (await _documents.FindAsync(HistoryHead.Kind, HistoryHead.KeyOf(Anna.Id), default))?.Value;

    private async Task ChangeAsync(string assetId, Func<Asset, Asset> change)
    {
        var stored = (await _house.Get<IAssetStore>().FindAsync(assetId, default))!;
        await _house.Get<IAssetStore>().ReplaceAsync(change(stored.Value), stored.ETag, default);
    }

    /// <summary>Of five minutes, for everybody who has their address.</summary>
    private async Task<string[]> VideosAsync(params string[] titles)
    {
        foreach (var title in titles)
        {
            await _house.Get<IAssetStore>().AddAsync(
                new Asset
                {
                    Id = $"asset_{title}", OwnerId = Owner.Id, Title = title, State = AssetState.Ready, PublishedRunId = "1-a", Revision = 1, DurationSeconds = 300,
                    CreatedAt = Now, UpdatedAt = Now, PlaybackIds = [new PlaybackId(PlaybackIdOf(title), PlaybackPolicy.Public)],
                },
                default);
        }

        return [.. titles.Select(PlaybackIdOf)];
    }
}
