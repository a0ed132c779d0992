using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Domain.Social.Reports;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Domain.Stores;
using static StreamPlatform.Domain.Tests.Social.Discussion;

namespace StreamPlatform.Domain.Tests.Social;

/// <summary>Subscriptions, what people are told of, shares and reports.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private readonly House _house = new();
    private IDocuments _documents = null!;
    private Marks _marks = null!;
    private Tallies _tallies = null!;
    private Channels _channels = null!;
    private Notices _notices = null!;
    private Subscriptions _subscriptions = null!;
    private TellSubscribers _tell = null!;

    public async Task InitializeAsync()
    {
        _documents = _house.Get<IDocuments>();
        var assets = _house.Get<IAssetStore>();
        (_marks, _tallies, _channels) = (new Marks(_documents, _house.Clock), new Tallies(_documents, _house.Clock), new Channels(_documents, _house.Clock));
        _notices = new Notices(_documents, assets, new SeenVideos(assets, new NoEntitlements(), _house.Clock), _house.Clock);
        _subscriptions = new Subscriptions(_marks, _tallies, _channels, new Domain.Accounts.Profiles.Profiles(_house.Get<IDocuments>(), _house.Clock));
        _tell = new TellSubscribers(_documents, assets, _channels, _tallies, _notices, _house.Clock);
        await assets.AddAsync(
            new Asset
            {
                Id = AssetId, OwnerId = Owner.Id, Title = "The sea", State = AssetState.Ready, Visibility = Visibility.Public, PublishedRunId = "1-a", Revision = 1,
                CreatedAt = _house.Clock.GetUtcNow(), UpdatedAt = _house.Clock.GetUtcNow(), PlaybackIds = [new PlaybackId("play_1", PlaybackPolicy.Public)],
            },
            default);
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_channel_counts_who_subscribes_and_each_has_a_list_of_their_own()
    {
        var channel = (await _channels.OfAsync(await AssetAsync(), default)).Id;
        for (var i = 0; i < 2; i++)
            Assert.Equal(new ChannelSubscription(true, true, 1), (await _subscriptions.SetAsync(Anna, channel, true, default)).Value);
        Assert.Equal(new ChannelSubscription(true, false, 2), (await _subscriptions.SetAsync(Ben, channel, false, default)).Value);
        Assert.Equal([(channel, false)], (await _subscriptions.ListOwnAsync(Ben, new PageRequest(null, 10), default)).Items.Select(own => (own.ChannelId, own.Notify)));

        Assert.Equal(new ChannelSubscription(false, false, 1), (await _subscriptions.SetAsync(Ben, channel, null, default)).Value);
        Assert.Empty((await _subscriptions.ListOwnAsync(Ben, new PageRequest(null, 10), default)).Items);
        Assert.Equal("channel.not_found", (await _subscriptions.SetAsync(Ben, "channel_0123456789abcdefghjkmnpqrs", true, default)).Error?.Code);
        Assert.Equal("channel.not_found", (await _subscriptions.GetAsync(null, "channel_0123456789abcdefghjkmnpqrs", default)).Error?.Code);
    }

    [Fact]
    public async Task Subscribers_who_want_to_know_are_told_once_of_a_video_that_all_may_find()
    {
        var channel = (await _channels.OfAsync(await AssetAsync(), default)).Id;
        await _subscriptions.SetAsync(Anna, channel, true, default);
        await _subscriptions.SetAsync(Ben, channel, false, default);
        await _subscriptions.SetAsync(Moderator, channel, true, default);
        await _notices.MuteAsync(Moderator, [NotificationKind.Video], default);

        foreach (var _ in new[] { 1, 2 })
            await TellAsync();

        var told = Assert.Single((await _notices.ListAsync(Anna, new PageRequest(null, 10), default)).Items);
        Assert.Equal((NotificationKind.Video, AssetId, channel), (told.Notification.Kind, told.Notification.AssetId, told.Notification.ChannelId));
        foreach (var person in new[] { Ben, Moderator, Owner })
            Assert.Empty((await _notices.ListAsync(person, new PageRequest(null, 10), default)).Items);
    }

    [Fact]
    public async Task A_large_channel_is_told_of_through_all_its_buckets()
    {
        var channel = (await _channels.OfAsync(await AssetAsync(), default)).Id;
        await _subscriptions.SetAsync(Anna, channel, true, default);
        var root = (await _documents.FindAsync(MarkDocuments.Tallies, new DocumentKey($"subscribers/{channel}/", Tally.Id), default))!;
        await _documents.WriteAsync(MarkDocuments.Tallies.Replace(root.Value with { IsSplit = true }, root.ETag), default);
        await _subscriptions.SetAsync(Ben, channel, true, default);

        await TellAsync();

        foreach (var person in new[] { Anna, Ben })
            Assert.Single((await _notices.ListAsync(person, new PageRequest(null, 10), default)).Items);
    }

    [Fact]
    public async Task Nobody_is_told_of_what_is_old_or_not_to_be_found_or_of_a_channel_that_too_many_subscribe_to()
    {
        var channel = (await _channels.OfAsync(await AssetAsync(), default)).Id;
        await _subscriptions.SetAsync(Anna, channel, true, default);
        var happened = VideoEvents.OfPublication(await AssetAsync());
        var video = (await _tell.FindAsync(happened, default))!;
        var tally = (await _documents.FindAsync(MarkDocuments.Tallies, new DocumentKey($"subscribers/{channel}/", Tally.Id), default))!;
        await _documents.WriteAsync(MarkDocuments.Tallies.Replace(tally.Value with { Counts = new Dictionary<string, long> { ["loud"] = TellSubscribers.MostTold + 1 } }, tally.ETag), default);
        Assert.Null(await _tell.FindAsync(happened, default));
        await _documents.WriteAsync(MarkDocuments.Tallies.Put(tally.Value), default);

        await _documents.WriteAsync(ChannelDocuments.Listed.Put(new ListedVideo(ListedVideo.CurrentSchemaVersion, AssetId, channel, _house.Clock.GetUtcNow().AddDays(-8))), default);
        Assert.Null(await _tell.FindAsync(happened, default));

        var stored = (await _house.Get<IAssetStore>().FindAsync(AssetId, default))!;
        await _house.Get<IAssetStore>().ReplaceAsync(stored.Value with { Visibility = Visibility.Private }, stored.ETag, default);
        Assert.Null(await _tell.FindAsync(happened, default));
        Assert.Null(await _tell.StepAsync(video, default));
        Assert.Empty((await _notices.ListAsync(Anna, new PageRequest(null, 10), default)).Items);
    }

    [Fact]
    public async Task Each_hears_once_of_a_comment_what_concerns_them_most_when_it_is_seen()
    {
        var (talk, news) = (new Discussion(_house), new CommentNews(_notices, _documents, _house.Clock));
        var thread = await talk.SayAsync(Anna, "thread");
        var mentioned = new Person("user_0123456789abcdefghjkmnpqrs", "user_0123456789abcdefghjkmnpqrs");
        var reply = await talk.SayAsync(Ben, $"@{mentioned.Id}", thread.Id);
        await news.TellAsync(talk.SeenBy(Ben), reply with { State = CommentState.Held }, default);
        Assert.Equal(0, await _notices.CountNewAsync(Anna, default));

        foreach (var _ in new[] { 1, 2 })
            await news.TellAsync(talk.SeenBy(Ben), reply, default);
        await news.TellOfHeartAsync(talk.SeenBy(Owner), reply, default);

        foreach (var (person, kinds) in new[] { (Anna, new[] { NotificationKind.Reply }), (mentioned, [NotificationKind.Mention]), (Owner, [NotificationKind.Comment]), (Ben, [NotificationKind.Heart]) })
            Assert.Equal(kinds, (await _notices.ListAsync(person, new PageRequest(null, 10), default)).Items.Select(shown => shown.Notification.Kind));
    }

    [Fact]
    public async Task What_is_new_is_counted_until_it_is_read_or_seen_and_kept_for_ninety_days()
    {
        foreach (var id in new[] { "notice_0123456789abcdefghjkmnpqr0", "notice_0123456789abcdefghjkmnpqr1", "notice_0123456789abcdefghjkmnpqr2" })
            await _notices.TellAsync(new Notification(1, Anna.Id, id, NotificationKind.Comment, AssetId, Ben.Id, null, null, _house.Clock.GetUtcNow()), default);
        Assert.Equal(3, await _notices.CountNewAsync(Anna, default));

        for (var i = 0; i < 2; i++)
            Assert.True((await _notices.ReadAsync(Anna, "notice_0123456789abcdefghjkmnpqr0", default)).Succeeded);
        Assert.Equal("notification.not_found", (await _notices.ReadAsync(Ben, "notice_0123456789abcdefghjkmnpqr0", default)).Error?.Code);
        Assert.Equal(2, await _notices.CountNewAsync(Anna, default));
        await _notices.SeeAsync(Anna, default);
        Assert.Equal(0, await _notices.CountNewAsync(Anna, default));
        Assert.Equal(3, (await _notices.ListAsync(Anna, new PageRequest(null, 10), default)).Items.Count);

        _house.Clock.Advance(Notification.Kept);
        Assert.Empty((await _notices.ListAsync(Anna, new PageRequest(null, 10), default)).Items);
    }

    [Fact]
    public async Task A_person_shares_a_video_once_a_day()
    {
        var shares = new Shares(_marks, _tallies, _house.Clock);
        for (var i = 0; i < 2; i++)
            Assert.Equal(1, (await shares.ShareAsync(AssetId, Anna, default)).Value);
        Assert.Equal(2, (await shares.ShareAsync(AssetId, Ben, default)).Value);
        _house.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(3, (await shares.ShareAsync(AssetId, Anna, default)).Value);
        Assert.Equal(2, (await _marks.ListOwnAsync(Anna.Id, MarkSpaces.Shares, new PageRequest(null, 10), default)).Items.Count);
    }

    [Fact]
    public async Task A_person_reports_a_thing_once_and_moderators_decide()
    {
        var (talk, reports) = (new Discussion(_house), new Reports(_documents, _house.Clock));
        var comment = await talk.SayAsync(Anna, "rude");
        var first = (await reports.ReportAsync(talk.SeenBy(Ben), Ben, comment.Id, ReportReason.Harassment, "why", default)).Value;
        Assert.Equal(first, (await reports.ReportAsync(talk.SeenBy(Ben), Ben, comment.Id, ReportReason.Spam, null, default)).Value);
        await reports.ReportAsync(talk.SeenBy(Ben), Ben, null, ReportReason.Spam, null, default);
        Assert.Equal("comment.not_found", (await reports.ReportAsync(talk.SeenBy(Ben), Ben, "comment_0123456789abcdefghjkmnpqrs", ReportReason.Spam, null, default)).Error?.Code);
        Assert.Equal("report.invalid", (await reports.ReportAsync(talk.SeenBy(Ben), Ben, null, ReportReason.Spam, new string('x', 1001), default)).Error?.Code);

        Assert.Equal(2, (await reports.ListAsync(ReportState.Open, new PageRequest(null, 10), default)).Items.Count);
        Assert.Equal((ReportState.Upheld, Moderator.Id), await reports.DecideAsync(Moderator, first.Id, ReportState.Upheld, default) is { Value: var decided } ? (decided.State, decided.DecidedBy) : default);
        Assert.Single((await reports.ListAsync(ReportState.Open, new PageRequest(null, 10), default)).Items);
        Assert.Single((await reports.ListAsync(ReportState.Upheld, new PageRequest(null, 10), default)).Items);
        Assert.Equal("report.not_found", (await reports.DecideAsync(Moderator, "report_0123456789abcdefghjkmnpqrs", ReportState.Upheld, default)).Error?.Code);
    }

    private async Task TellAsync()
    {
        for (var left = await _tell.FindAsync(VideoEvents.OfPublication(await AssetAsync()), default); left is not null;)
            left = await _tell.StepAsync(left, default);
    }

    private async Task<Asset> AssetAsync() => (await _house.Get<IAssetStore>().FindAsync(AssetId, default))!.Value;
}
