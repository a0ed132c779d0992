using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Social;
using StreamPlatform.Functions.Tests.Support;

namespace StreamPlatform.Functions.Tests.Social;

public sealed class ReactionRoutesTests : IAsyncLifetime
{
    private SocialHouse _house = null!;

    public async Task InitializeAsync() => _house = await SocialHouse.OpenAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_viewer_has_one_opinion_which_may_change_and_go()
    {
        Assert.Equal(("like", 1, null), Read(await PutAsync(_house.Viewer, "like")));
        Assert.Equal(("like", 1, null), Read(await PutAsync(_house.Viewer, "like")));
        Assert.Equal(("dislike", 0, null), Read(await PutAsync(_house.Viewer, "dislike")));
        Assert.Equal((null, 0, 1), Read(await _house.CallAsync<GetReaction>(_house.Owner)));

        Assert.Equal((null, 0, null), Read(await _house.CallAsync<DeleteReaction>(_house.Viewer)));
        Assert.Equal((null, 0, null), Read(await _house.CallAsync<DeleteReaction>(_house.Viewer)));
        (await PutAsync(_house.Viewer, "adore")).IsProblem(400, "request.body_invalid");
    }

    [Fact]
    public async Task Everybody_sees_the_likes_where_they_watch_and_the_owner_alone_the_dislikes()
    {
        await PutAsync(_house.Viewer, "dislike");
        await PutAsync(_house.Owner, "like");

        var seen = await _house.CallAsync<GetWatch>(null);
        Assert.Equal(("1", null), (seen.Text("likes"), seen.Text("dislikes")));
        var own = await _house.CallAsync<GetWatch>(null, query: await _house.Playback.OwnersQueryAsync(_house.Asset));
        Assert.Equal(("1", "1"), (own.Text("likes"), own.Text("dislikes")));
    }

    private static (string? Mine, int Likes, int? Dislikes) Read(Answer answer)
    {
        Assert.Equal(200, answer.Status);
        return (answer.Text("mine"), answer.Body.GetProperty("likes").GetInt32(), answer.Body.TryGetProperty("dislikes", out var dislikes) ? dislikes.GetInt32() : null);
    }

    private Task<Answer> PutAsync(string key, string kind) => _house.CallAsync<PutReaction>(key, new { kind });
}
