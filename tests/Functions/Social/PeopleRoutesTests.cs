using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Functions.Social;

namespace StreamPlatform.Functions.Tests.Social;

public sealed class PeopleRoutesTests : IAsyncLifetime
{
    private SocialHouse _house = null!;

    public async Task InitializeAsync() => _house = await SocialHouse.OpenAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_channel_is_subscribed_to_and_left()
    {
        var channel = (await _house.Playback.Get<Channels>().OfAsync(_house.Asset, default)).Id;
        Assert.Equal(("True", "1"), await _house.CallAsync<PutSubscription>(_house.Viewer, new { }, ids: channel) is var on ? (on.Text("notify"), on.Text("subscribers")) : default);
        Assert.Equal(("False", "1"), await _house.CallAsync<GetSubscription>(null, ids: channel) is var seen ? (seen.Text("subscribed"), seen.Text("subscribers")) : default);
        Assert.Equal(channel, (await _house.CallAsync<GetSubscriptions>(_house.Viewer)).Body.GetProperty("items")[0].GetProperty("channelId").GetString());
        Assert.Equal("0", (await _house.CallAsync<DeleteSubscription>(_house.Viewer, ids: channel)).Text("subscribers"));
    }

    [Fact]
    public async Task An_owner_hears_of_comments_until_they_do_not_want_to()
    {
        await _house.CallAsync<PostComment>(_house.Viewer, new { text = "How blue." }, once: "key-1");
        await _house.CallAsync<PostComment>(_house.Viewer, new { text = "How blue." }, once: "key-1");
        Assert.Equal("1", (await _house.CallAsync<GetNewNotifications>(_house.Owner)).Text("count"));
        var told = Assert.Single((await _house.CallAsync<GetNotifications>(_house.Owner)).Body.GetProperty("items").EnumerateArray());
        Assert.Equal(("comment", _house.PlaybackId, "The sea"), (told.GetProperty("kind").GetString(), told.GetProperty("playbackId").GetString(), told.GetProperty("title").GetString()));

        Assert.Equal(204, (await _house.CallAsync<PutNotificationRead>(_house.Owner, ids: told.GetProperty("id").GetString()!)).Status);
        Assert.Equal(204, (await _house.CallAsync<PutNotificationsSeen>(_house.Owner)).Status);
        Assert.Equal("0", (await _house.CallAsync<GetNewNotifications>(_house.Owner)).Text("count"));

        Assert.Equal("""["comment"]""", (await _house.CallAsync<PutNotificationPreferences>(_house.Owner, new { muted = new[] { "comment" } })).Text("muted"));
        await _house.CallAsync<PostComment>(_house.Viewer, new { text = "How grey." });
        Assert.Equal("0", (await _house.CallAsync<GetNewNotifications>(_house.Owner)).Text("count"));
        Assert.Equal("""["comment"]""", (await _house.CallAsync<GetNotificationPreferences>(_house.Owner)).Text("muted"));
    }

    [Fact]
    public async Task An_author_hears_of_an_approval_by_others_and_of_hearts()
    {
        await _house.CallAsync<PutCommenting>(_house.Owner, new { mode = "held" });
        var thread = (await _house.CallAsync<PostComment>(_house.Owner, new { text = "Mine." })).Text("id")!;
        var reply = (await _house.CallAsync<PostComment>(_house.Viewer, new { text = "How blue.", parentId = thread })).Text("id")!;
        Assert.Equal("0", (await _house.CallAsync<GetNewNotifications>(_house.Owner)).Text("count"));

        await _house.CallAsync<PatchCommentDecision>(_house.Owner, new { state = "visible", hearted = true }, ids: reply);

        Assert.Equal("1", (await _house.CallAsync<GetNewNotifications>(_house.Owner)).Text("count"));
        Assert.Equal("heart", (await _house.CallAsync<GetNotifications>(_house.Viewer)).Body.GetProperty("items")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_video_is_shared_and_reported()
    {
        Assert.Equal("1", (await _house.CallAsync<PostShare>(_house.Viewer)).Text("shares"));
        Assert.Equal("1", (await _house.CallAsync<PostShare>(_house.Viewer)).Text("shares"));
        var reported = await _house.CallAsync<PostReport>(_house.Viewer, new { reason = "spam" });
        Assert.Equal(202, reported.Status);
        Assert.Equal(reported.Text("id"), (await _house.CallAsync<PostReport>(_house.Viewer, new { reason = "hate" })).Text("id"));
        (await _house.CallAsync<GetReports>(_house.Viewer)).IsProblem(403, "auth.role_required");
    }
}
