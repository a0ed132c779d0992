using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Operations.Audit;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Reports;
using StreamPlatform.Domain.Social.Takedowns;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Social;

namespace StreamPlatform.Functions.Tests.Social;

/// <summary>What becomes of a video that moderators take down, and put back.</summary>
public sealed class TakedownTests : IAsyncLifetime
{
    private static readonly Person Moderator = new("user_moderator", "user_moderator", IsModerator: true);

    private SocialHouse _house = null!;

    public async Task InitializeAsync()
    {
        _house = await SocialHouse.OpenAsync();
        await _house.CallAsync<PatchAsset>(_house.Owner, new { visibility = "public", title = "The sea" }, ids: _house.Asset.Id);
        await ToldAsync();
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task It_is_nowhere_while_it_is_down_and_everywhere_again_after_whatever_its_owner_wants_meanwhile()
    {
        Assert.Equal((true, true, 1), await SeenAsync());

        await TakeDownAsync();
        Assert.Equal((false, false, 0), await SeenAsync());

        // Neither a change nor the trash brings it back.
        Assert.Equal((409, "asset.taken_down"), await ToAsync(_house.CallAsync<PatchAsset>(_house.Owner, new { visibility = "public" }, ids: _house.Asset.Id)));
        await _house.Playback.Get<Assets>().UpdateAsync(_house.Asset.Id, asset => asset with { Trashed = new TrashMark(asset.CreatedAt, asset.CreatedAt) }, default);
        await _house.CallAsync<Functions.Processing.PostRestore>(_house.Owner, ids: _house.Asset.Id);
        await ToldAsync();
        Assert.Equal((false, false, 0), await SeenAsync());

        Assert.True((await Takedowns.ReinstateAsync(Moderator, _house.Asset.Id, null, default)).Succeeded);
        await ToldAsync();
        Assert.Equal((true, true, 1), await SeenAsync());
    }

    [Fact]
    public async Task Its_owner_is_told_why_once_however_often_it_is_done_and_may_not_turn_that_off()
    {
        await _house.CallAsync<PutNotificationPreferences>(_house.Owner, new { muted = new[] { "takedown", "reinstatement" } });
        await AddressAsync();

        for (var times = 0; times < 3; times++)
            await TakeDownAsync();
        for (var times = 0; times < 3; times++)
            await Takedowns.ReinstateAsync(Moderator, _house.Asset.Id, null, default);

        Assert.Equal(["reinstatement", "takedown"], (await _house.CallAsync<GetNotifications>(_house.Owner)).Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("kind").GetString()!).Order());
        Assert.Equal(2, _house.Playback.Letters.Count);
        Assert.Single(_house.Playback.Letters, letter => letter.Contains("The reason: child safety.", StringComparison.Ordinal) && letter.Contains("No longer.", StringComparison.Ordinal));
        Assert.Single(_house.Playback.Letters, letter => letter.Contains("put your video back:", StringComparison.Ordinal));
        Assert.Equal([VideoEvents.TakenDown, VideoEvents.Reinstated], _house.Playback.Events.Told.Distinct().Select(told => told.Type).Where(type => type is VideoEvents.TakenDown or VideoEvents.Reinstated));
        Assert.Equal(["asset.reinstate", "asset.takeDown"], (await AuditAsync()).Select(entry => entry.Action).Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whoever_got_no_answer_asks_again_and_nothing_is_missing(int faults)
    {
        var report = await ReportAsync();
        _house.Playback.Events.Faults = faults;
        for (var times = 0; times < faults; times++)
            await Assert.ThrowsAsync<IOException>(() => TakeDownAsync(report));

        await TakeDownAsync(report);

        Assert.Single(await AuditAsync());
        Assert.Equal(ReportState.Upheld, (await _house.Playback.Get<Reports>().FindAsync(report, default))!.State);
        Assert.Equal(VideoEvents.TakenDown, _house.Playback.Events.Told.Last().Type);
    }

    [Fact]
    public async Task Its_owner_appeals_once_a_take_down_and_moderators_find_the_words_among_what_is_reported()
    {
        Assert.Equal((409, "takedown.none"), await ToAsync(AppealAsync("It is the sea.")));
        await TakeDownAsync();
        Assert.Equal((400, "report.appeal_invalid"), await ToAsync(AppealAsync(" ")));
        Assert.Equal(404, (await _house.CallAsync<PostAppeal>(_house.Viewer, new { text = "Mine?" }, ids: _house.Asset.Id)).Status);

        var (first, again) = (await AppealAsync("It is the sea."), await AppealAsync("It is still the sea."));

        var shown = Assert.Single((await ReportsAsync(ReportState.Open)).Items);
        Assert.Equal((202, 202, true, "It is the sea."), (first.Status, again.Status, shown.IsAppeal, shown.Details));
        Assert.NotNull((await _house.Playback.Get<IAssetStore>().FindAsync(_house.Asset.Id, default))!.Value.Takedown!.AppealedAt);
        await Takedowns.ReinstateAsync(Moderator, _house.Asset.Id, shown.Id, default);
        Assert.Equal(shown.Id, Assert.Single((await ReportsAsync(ReportState.Upheld)).Items).Id);
        Assert.Equal((409, "takedown.none"), await ToAsync(AppealAsync("Thanks.")));
    }

    [Fact]
    public async Task A_take_down_has_a_reason_and_upholds_a_report_about_that_video_alone()
    {
        var report = await ReportAsync();
        var other = await _house.Playback.AddAsync(AssetState.Ready);

        Assert.Equal("takedown.invalid", (await Takedowns.TakeDownAsync(Moderator, _house.Asset.Id, new NewTakedown(null, null, null), default)).Error!.Code);
        Assert.Equal("takedown.invalid", (await Takedowns.TakeDownAsync(Moderator, _house.Asset.Id, new NewTakedown(TakedownReason.Spam, new string('a', 1001), null), default)).Error!.Code);
        Assert.Equal("report.not_found", (await Takedowns.TakeDownAsync(Moderator, other.Id, new NewTakedown(TakedownReason.Spam, null, report), default)).Error!.Code);
        Assert.Equal("takedown.asset_not_found", (await Takedowns.TakeDownAsync(Moderator, AssetIds.New(), new NewTakedown(TakedownReason.Spam, null, null), default)).Error!.Code);
    }

    private Takedowns Takedowns => _house.Playback.Get<Takedowns>();

    private async Task TakeDownAsync(string? report = null)
    {
        var taken = await Takedowns.TakeDownAsync(Moderator, _house.Asset.Id, new NewTakedown(TakedownReason.ChildSafety, "No longer.", report), default);
        Assert.True(taken.Succeeded, taken.Error?.Message);
        await ToldAsync();
    }

    private Task<Support.Answer> AppealAsync(string text) => _house.CallAsync<PostAppeal>(_house.Owner, new { text }, ids: _house.Asset.Id);

    private async Task<string> ReportAsync() => (await _house.CallAsync<PostReport>(_house.Viewer, new { reason = "spam" })).Body.GetProperty("id").GetString()!;

    private Task<Page<Report>> ReportsAsync(ReportState state) => _house.Playback.Get<Reports>().ListAsync(state, new Domain.PageRequest(null, 10), default);

    private async Task<IReadOnlyList<AuditEntry>> AuditAsync() => (await _house.Playback.Get<AuditTrail>().ListAsync(new Domain.PageRequest(null, 10), default)).Items;

    private static async Task<(int, string?)> ToAsync(Task<Support.Answer> call) => await call is var answer ? (answer.Status, answer.Body.GetProperty("code").GetString()) : default;

    /// <summary>What follows the events has heard of them.</summary>
    private async Task ToldAsync()
    {
        var happened = VideoEvents.OfUpdate((await _house.Playback.Get<IAssetStore>().FindAsync(_house.Asset.Id, default))!.Value);
        await _house.Playback.Get<ListVideo>().ExecuteAsync(happened, default);
    }

    /// <summary>Whether it plays, is told of to other sites, and stands in its channel.</summary>
    private async Task<(bool Plays, bool IsShared, int Listed)> SeenAsync()
    {
        var house = _house.Playback;
        var plays = (await _house.CallAsync<Functions.Playback.GetWatch>(null)).Status;
        var channel = await house.Get<Channels>().OfAsync(_house.Asset, default);
        var listed = await _house.CallAsync<GetChannelVideos>(null, ids: channel.Id);
        return (
            plays == 200,
            await house.Get<SharedVideos>().FindAsync(_house.PlaybackId, default) is not null,
            listed.Body.GetProperty("items").GetArrayLength());
    }

    /// <summary>Gives the owner of the key an address.</summary>
    private Task AddressAsync() => _house.Playback.Get<IDocuments>().WriteAsync(
        User.Kind.Add(new User { Id = _house.Asset.OwnerId, CreatedAt = _house.Asset.CreatedAt, Role = Role.Creator, Email = "ada@example.com" }), default);
}
