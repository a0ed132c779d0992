using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Social;
using StreamPlatform.Functions.Tests.Support;

namespace StreamPlatform.Functions.Tests.Social;

public sealed class CommentRoutesTests : IAsyncLifetime
{
    private SocialHouse _house = null!;

    public async Task InitializeAsync() => _house = await SocialHouse.OpenAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_said_is_text_and_said_once()
    {
        const string text = "<b>0:03</b> & javascript:alert(1)";
        var posted = await SayAsync(_house.Viewer, text, once: "key-1");
        Assert.Equal((201, text, "visible", "true"), (posted.Status, posted.Text("text"), posted.Text("state"), posted.Text("mine")?.ToLowerInvariant()));
        Assert.Equal($"/api/playback/{_house.PlaybackId}/comments/{posted.Text("id")}", posted.Headers.Location);
        Assert.Equal(posted.Text("id"), (await SayAsync(_house.Viewer, text, once: "key-1")).Text("id"));

        var listed = await _house.CallAsync<GetComments>(null);
        Assert.Equal((200, "1", "on"), (listed.Status, listed.Text("count"), listed.Text("mode")));
        var comment = Assert.Single(listed.Body.GetProperty("items").EnumerateArray());
        Assert.Equal(text, comment.GetProperty("text").GetString());
        Assert.Equal((3, 4, 3), comment.GetProperty("moments")[0] is var moment ? (moment.GetProperty("start").GetInt32(), moment.GetProperty("length").GetInt32(), moment.GetProperty("seconds").GetInt32()) : default);
        Assert.Equal("1", (await _house.CallAsync<GetWatch>(null)).Text("comments"));
        (await SayAsync(_house.Viewer, " ")).IsProblem(400, "comment.text_invalid");
        (await _house.CallAsync<GetComments>(null, query: "?cursor=nonsense")).IsProblem(400, "request.cursor_invalid");
    }

    [Fact]
    public async Task An_author_edits_with_the_etag_that_was_read_and_takes_it_back()
    {
        var id = (await SayAsync(_house.Viewer, "one")).Text("id")!;
        var read = await _house.CallAsync<GetOneComment>(null, ids: id);
        var etag = read.Headers.ETag.ToString();

        var edited = await _house.CallAsync<PatchComment>(_house.Viewer, new { text = "two" }, ifMatch: etag, ids: id);
        Assert.Equal((200, "two"), (edited.Status, edited.Text("text")));
        Assert.NotNull(edited.Text("editedAt"));
        (await _house.CallAsync<PatchComment>(_house.Viewer, new { text = "three" }, ifMatch: etag, ids: id)).IsProblem(412, "comment.changed");
        (await _house.CallAsync<PatchComment>(_house.Owner, new { text = "three" }, ids: id)).IsProblem(403, "comment.not_yours");
        Assert.Equal("one", (await _house.CallAsync<GetCommentEdits>(_house.Owner, ids: id)).Body.GetProperty("items")[0].GetProperty("text").GetString());

        var reply = await SayAsync(_house.Owner, "reply", id);
        Assert.Equal(204, (await _house.CallAsync<DeleteComment>(_house.Viewer, ids: id)).Status);
        var gone = (await _house.CallAsync<GetComments>(_house.Viewer)).Body.GetProperty("items")[0];
        Assert.Equal(("deleted", false, false), (gone.GetProperty("state").GetString(), gone.TryGetProperty("text", out _), gone.TryGetProperty("authorId", out _)));
        Assert.Equal(reply.Text("id"), (await _house.CallAsync<GetReplies>(null, ids: id)).Body.GetProperty("items")[0].GetProperty("id").GetString());
        (await _house.CallAsync<GetOneComment>(null, ids: "comment_0123456789abcdefghjkmnpqrs")).IsProblem(404, "comment.not_found");
    }

    [Fact]
    public async Task Who_acts_for_an_organisation_speaks_as_it_by_its_name()
    {
        var (organisations, member) = (_house.Playback.Get<Organisations>(), $"user_{_house.Viewer[3..]}");
        var id = (await organisations.CreateAsync(member, "Walks", null, default)).Value.Value.Id;

        var said = await _house.CallAsync<PostComment>(_house.Viewer, new { text = "Ours." }, account: id);
        Assert.Equal((201, id, "Walks"), (said.Status, said.Text("authorId"), said.Body.GetProperty("author").GetProperty("name").GetString()));
        Assert.Equal("False", (await _house.CallAsync<GetOneComment>(_house.Viewer, ids: said.Text("id")!)).Text("mine"));

        await organisations.RenameAsync(member, id, "Long walks", null, default);
        Assert.Equal("Long walks", (await _house.CallAsync<GetOneComment>(null, ids: said.Text("id")!)).Body.GetProperty("author").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_owner_decides_what_is_seen_and_what_comes_first()
    {
        Assert.Equal("held", (await _house.CallAsync<PutCommenting>(_house.Owner, new { mode = "held" })).Text("mode"));
        (await _house.CallAsync<PutCommenting>(_house.Viewer, new { mode = "on" })).IsProblem(403, "comment.not_yours");
        var id = (await SayAsync(_house.Viewer, "one")).Text("id")!;
        Assert.Empty((await _house.CallAsync<GetComments>(null)).Body.GetProperty("items").EnumerateArray());
        Assert.Equal(id, (await _house.CallAsync<GetCommentReview>(_house.Owner)).Body.GetProperty("items")[0].GetProperty("id").GetString());

        var decided = await _house.CallAsync<PatchCommentDecision>(_house.Owner, new { state = "visible", pinned = true, hearted = true }, ids: id);
        Assert.Equal(("visible", "True", "True"), (decided.Text("state"), decided.Text("pinned"), decided.Text("hearted")));
        Assert.Equal(id, (await _house.CallAsync<GetComments>(null)).Body.GetProperty("pinned").GetProperty("id").GetString());
        (await _house.CallAsync<PatchCommentDecision>(_house.Owner, new { state = "rejected" }, ids: id)).IsProblem(409, "comment.wrong_state");

        Assert.Equal(("True", "1"), await _house.CallAsync<PutCommentLike>(_house.Owner, ids: id) is var liked ? (liked.Text("liked"), liked.Text("likes")) : default);
        Assert.Equal(("False", "0"), await _house.CallAsync<DeleteCommentLike>(_house.Owner, ids: id) is var not ? (not.Text("liked"), not.Text("likes")) : default);

        await _house.CallAsync<PutCommenting>(_house.Owner, new { mode = "off" });
        (await SayAsync(_house.Viewer, "two")).IsProblem(403, "comment.off");
        Assert.Null((await _house.CallAsync<GetWatch>(null)).Text("comments"));
    }

    [Fact]
    public async Task What_is_said_of_a_private_video_is_its_owners_alone()
    {
        await using var house = await SocialHouse.OpenAsync(PlaybackPolicy.Signed);
        Assert.Equal(201, (await house.CallAsync<PostComment>(house.Owner, new { text = "mine" })).Status);

        foreach (var key in new[] { null, house.Viewer })
            (await house.CallAsync<GetComments>(key)).IsProblem(404, "playback.not_found");
        (await house.CallAsync<PostComment>(house.Viewer, new { text = "mine?" })).IsProblem(404, "playback.not_found");
        Assert.Equal("1", (await house.CallAsync<GetComments>(house.Owner)).Text("count"));
    }

    private Task<Answer> SayAsync(string key, string text, string? parentId = null, string? once = null) =>
        _house.CallAsync<PostComment>(key, new { text, parentId }, once: once);
}
