using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Stores;
using static StreamPlatform.Domain.Tests.Social.Discussion;

namespace StreamPlatform.Domain.Tests.Social;

public sealed class CommentsTests : IAsyncLifetime
{
    private readonly House _house = new();
    private Discussion _talk = null!;

    public Task InitializeAsync()
    {
        _talk = new Discussion(_house);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_thread_has_replies_and_a_reply_to_a_reply_is_one_of_the_thread()
    {
        var thread = await _talk.SayAsync(Anna, "one");
        var reply = await _talk.SayAsync(Ben, "two", thread.Id);
        var again = await _talk.SayAsync(Anna, "three", reply.Id);

        Assert.Equal((thread.Id, thread.Id), (reply.ParentId, again.ParentId));
        var replies = (await _talk.Reader.RepliesAsync(_talk.SeenBy(null), null, thread.Id, new PageRequest(null, 10), default)).Value;
        Assert.Equal(["two", "three"], replies.Items.Select(shown => shown.Comment.Text));
        var page = await _talk.ListAsync();
        Assert.Equal((3, 2), (page.Section.Count, Assert.Single(page.Items).Standing.Replies));
        Assert.Equal("comment.not_found", (await _talk.Writer.PostAsync(_talk.SeenBy(Anna), Anna, new NewComment("x", "comment_0123456789abcdefghjkmnpqrs"), null, default)).Error?.Code);
    }

    [Fact]
    public async Task A_request_that_is_repeated_says_it_once()
    {
        for (var i = 0; i < 2; i++)
            Assert.True((await _talk.Writer.PostAsync(_talk.SeenBy(Anna), Anna, new NewComment("once"), "request_1", default)).Succeeded);

        Assert.Equal(1, (await _talk.ListAsync()).Section.Count);
    }

    [Fact]
    public async Task What_was_taken_back_keeps_its_place_while_there_are_replies()
    {
        var thread = await _talk.SayAsync(Anna, "one");
        var reply = await _talk.SayAsync(Ben, "two", thread.Id);
        Assert.Equal("comment.not_yours", await _talk.DeleteAsync(Ben, thread.Id));
        Assert.Null(await _talk.DeleteAsync(Anna, thread.Id));
        Assert.Null(await _talk.DeleteAsync(Anna, thread.Id));

        Assert.Equal(("-", "-", 1), (await _talk.TextsAsync(), await _talk.TextsAsync(order: CommentOrder.Top), (await _talk.ListAsync()).Section.Count));
        Assert.Equal("comment.not_found", (await _talk.Writer.PostAsync(_talk.SeenBy(Ben), Ben, new NewComment("x", thread.Id), null, default)).Error?.Code);

        Assert.Null(await _talk.DeleteAsync(Ben, reply.Id));
        Assert.Equal(("", "", 0), (await _talk.TextsAsync(), await _talk.TextsAsync(order: CommentOrder.Top), (await _talk.ListAsync()).Section.Count));
    }

    [Fact]
    public async Task The_best_come_first_by_likes_and_replies()
    {
        var (one, two, _) = (await _talk.SayAsync(Anna, "one"), await _talk.SayAsync(Anna, "two"), await _talk.SayAsync(Anna, "three"));
        foreach (var person in new[] { Anna, Ben })
            Assert.True((await _talk.Likes.SetAsync(_talk.SeenBy(person), person, one.Id, liked: true, default)).Succeeded);
        await _talk.SayAsync(Ben, "reply", two.Id);

        Assert.Equal("one two three", await _talk.TextsAsync(order: CommentOrder.Top));
        Assert.Equal("three two one", await _talk.TextsAsync());
        Assert.Equal([(0, false), (0, false), (2, true)], (await _talk.ListAsync(Ben)).Items.Select(shown => ((int)shown.Standing.Likes, shown.IsLiked)));

        foreach (var person in new[] { Anna, Ben })
            await _talk.Likes.SetAsync(_talk.SeenBy(person), person, one.Id, liked: false, default);
        Assert.Equal("two three one", await _talk.TextsAsync(order: CommentOrder.Top));
        Assert.Equal("comment.not_found", (await _talk.Likes.SetAsync(_talk.SeenBy(Ben), Ben, "comment_absent", liked: true, default)).Error?.Code);
    }

    [Theory]
    [InlineData(CommentOrder.Newest)]
    [InlineData(CommentOrder.Top)]
    public async Task Pages_neither_repeat_nor_skip_while_others_talk(CommentOrder order)
    {
        for (var number = 0; number < 7; number++)
            await _talk.SayAsync(Anna, $"{number}");
        var (seen, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await _talk.ListAsync(null, order, cursor, 3);
            seen.AddRange(page.Items.Select(shown => shown.Comment.Text!));
            cursor = page.Cursor;
            await _talk.SayAsync(Ben, "late");
            await _talk.DeleteAsync(Anna, page.Items[^1].Comment.Id);
        }
        while (cursor is not null);

        Assert.Equal(["6", "5", "4", "3", "2", "1", "0"], seen);
    }

    [Fact]
    public async Task What_must_be_looked_at_first_is_seen_by_its_author_the_owner_and_moderators()
    {
        Assert.Equal("comment.not_yours", (await _talk.Care.SetModeAsync(_talk.SeenBy(Anna), Anna, CommentMode.Held, default)).Error?.Code);
        Assert.True((await _talk.Care.SetModeAsync(_talk.SeenBy(Owner), Owner, CommentMode.Held, default)).Succeeded);
        var held = await _talk.SayAsync(Anna, "mine");
        await _talk.SayAsync(Owner, "the owner's");

        Assert.Equal((CommentState.Held, "the owner's", 1, 1), (held.State, await _talk.TextsAsync(Ben), (await _talk.ListAsync()).Section.Count, (await _talk.ListAsync()).Section.Held));
        foreach (var (person, code) in new[] { (Anna, null), (Owner, null), (Moderator, null), (Ben, "comment.not_found") })
            Assert.Equal(code, (await _talk.Reader.GetAsync(_talk.SeenBy(person), person, held.Id, default)).Error?.Code);
        Assert.Equal(["mine"], (await _talk.Reader.ReviewAsync(_talk.SeenBy(Moderator), Moderator, decided: false, new PageRequest(null, 10), default)).Value.Items.Select(shown => shown.Comment.Text));
        Assert.Equal("comment.not_yours", (await _talk.Reader.ReviewAsync(_talk.SeenBy(Anna), Anna, decided: false, new PageRequest(null, 10), default)).Error?.Code);

        Assert.Equal("comment.not_yours", await _talk.DecideAsync(Anna, held.Id, CommentState.Visible));
        Assert.Null(await _talk.DecideAsync(Moderator, held.Id, CommentState.Visible));
        Assert.Equal(("the owner's mine", 0), (await _talk.TextsAsync(Ben), (await _talk.ListAsync()).Section.Held));

        await _talk.Writer.EditAsync(_talk.SeenBy(Anna), Anna, held.Id, "other than was approved", null, default);
        Assert.Equal("the owner's", await _talk.TextsAsync(Ben));
        Assert.Null(await _talk.DecideAsync(Owner, held.Id, CommentState.Rejected));
        Assert.Equal("comment.wrong_state", await _talk.DecideAsync(Owner, held.Id, CommentState.Removed));
        Assert.Equal("comment.wrong_state", (await _talk.Writer.EditAsync(_talk.SeenBy(Anna), Anna, held.Id, "please", null, default)).Error?.Code);
        Assert.Single((await _talk.Reader.ReviewAsync(_talk.SeenBy(Owner), Owner, decided: true, new PageRequest(null, 10), default)).Value.Items);
        Assert.Equal("comment.not_yours", await _talk.DecideAsync(Owner, held.Id, CommentState.Deleted));
    }

    [Fact]
    public async Task What_looks_like_spam_is_held()
    {
        var talk = new Discussion(_house, spam: new Suspicious());

        Assert.Equal((CommentState.Held, CommentState.Visible), ((await talk.SayAsync(Anna, "buy")).State, (await talk.SayAsync(Anna, "hello")).State));
    }

    [Fact]
    public async Task A_thread_that_is_taken_out_takes_its_replies_with_it_and_brings_them_back()
    {
        var thread = await _talk.SayAsync(Anna, "one");
        var reply = await _talk.SayAsync(Ben, "two", thread.Id);
        await _talk.SayAsync(Ben, "three", thread.Id);

        await _talk.DecideAsync(Owner, thread.Id, CommentState.Removed);
        Assert.Equal(("", 0), (await _talk.TextsAsync(), (await _talk.ListAsync()).Section.Count));
        Assert.Equal("comment.not_found", (await _talk.Reader.RepliesAsync(_talk.SeenBy(Ben), Ben, thread.Id, new PageRequest(null, 10), default)).Error?.Code);
        await _talk.DeleteAsync(Ben, reply.Id);
        Assert.Equal(0, (await _talk.ListAsync()).Section.Count);

        await _talk.DecideAsync(Owner, thread.Id, CommentState.Visible);
        Assert.Equal(("one", 2), (await _talk.TextsAsync(), (await _talk.ListAsync()).Section.Count));
        Assert.Empty(await _talk.RecountAsync());
    }

    [Fact]
    public async Task One_thread_is_pinned_and_shown_before_all()
    {
        var (one, two) = (await _talk.SayAsync(Anna, "one"), await _talk.SayAsync(Ben, "two"));
        var reply = await _talk.SayAsync(Anna, "reply", two.Id);
        Assert.Null(await _talk.DecideAsync(Owner, two.Id, pinned: true));
        Assert.Null(await _talk.DecideAsync(Owner, one.Id, pinned: true, hearted: true));
        Assert.Equal("comment.wrong_state", await _talk.DecideAsync(Owner, reply.Id, pinned: true));
        Assert.Equal("comment.not_yours", await _talk.DecideAsync(Moderator, one.Id, hearted: false));

        var page = await _talk.ListAsync();
        Assert.Equal(("one", true, "two"), (page.Pinned?.Comment.Text, page.Pinned?.Standing.Hearted, await _talk.TextsAsync()));

        await _talk.DecideAsync(Moderator, one.Id, CommentState.Removed);
        Assert.Equal((null, null), ((await _talk.ListAsync()).Pinned, (await _talk.ListAsync()).Section.PinnedId));
        await _talk.DecideAsync(Owner, two.Id, pinned: true);
        await _talk.DecideAsync(Owner, two.Id, pinned: false);
        Assert.Equal("two", await _talk.TextsAsync());
    }

    [Fact]
    public async Task Where_comments_are_off_nobody_says_or_reads_any_but_the_owner_and_moderators()
    {
        var comment = await _talk.SayAsync(Anna, "one");
        await _talk.Care.SetModeAsync(_talk.SeenBy(Owner), Owner, CommentMode.Off, default);

        Assert.Equal("comment.off", (await _talk.Writer.PostAsync(_talk.SeenBy(Anna), Anna, new NewComment("two"), null, default)).Error?.Code);
        Assert.Equal(("", 0, "one"), (await _talk.TextsAsync(Anna), (await _talk.ListAsync(Anna)).Section.Count, await _talk.TextsAsync(Owner)));
        Assert.Equal("comment.not_found", (await _talk.Reader.GetAsync(_talk.SeenBy(Ben), Ben, comment.Id, default)).Error?.Code);
    }

    [Fact]
    public async Task What_a_comment_said_before_is_kept_for_a_while_and_goes_with_it()
    {
        var comment = await _talk.SayAsync(Anna, "0");
        var read = (await _talk.Reader.GetAsync(_talk.SeenBy(Anna), Anna, comment.Id, default)).Value;
        for (var number = 1; number <= CommentEdit.Kept + 2; number++)
        {
            _house.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.True((await _talk.Writer.EditAsync(_talk.SeenBy(Anna), Anna, comment.Id, $"{number}", null, default)).Succeeded);
        }

        Assert.Equal("comment.changed", (await _talk.Writer.EditAsync(_talk.SeenBy(Anna), Anna, comment.Id, "x", read.ETag, default)).Error?.Code);
        Assert.Equal("comment.not_yours", (await _talk.Writer.EditAsync(_talk.SeenBy(Ben), Ben, comment.Id, "x", null, default)).Error?.Code);
        Assert.Equal("comment.not_yours", (await _talk.Reader.EditsAsync(_talk.SeenBy(Ben), Ben, comment.Id, default)).Error?.Code);
        var edits = (await _talk.Reader.EditsAsync(_talk.SeenBy(Owner), Owner, comment.Id, default)).Value;
        Assert.Equal(Enumerable.Range(2, CommentEdit.Kept).Reverse().Select(number => $"{number}"), edits.Select(edit => edit.Text));

        await _talk.DeleteAsync(Anna, comment.Id);
        Assert.Empty((await _talk.Reader.EditsAsync(_talk.SeenBy(Owner), Owner, comment.Id, default)).Value);
        await foreach (var edit in _house.Get<IDocuments>().ScanAsync(CommentDocuments.Edits, default))
            Assert.Null(edit.Text);
    }

    [Fact]
    public async Task A_like_or_an_edit_does_not_disturb_the_other()
    {
        var comment = await _talk.SayAsync(Anna, "one @user_0123456789abcdefghjkmnpqrs");
        var read = (await _talk.Reader.GetAsync(_talk.SeenBy(Anna), Anna, comment.Id, default)).Value;
        await _talk.Likes.SetAsync(_talk.SeenBy(Ben), Ben, comment.Id, liked: true, default);

        Assert.True((await _talk.Writer.EditAsync(_talk.SeenBy(Anna), Anna, comment.Id, "two", read.ETag, default)).Succeeded);
        Assert.Equal(new Mention(4, 32, "user_0123456789abcdefghjkmnpqrs"), Assert.Single(comment.Mentions));
        Assert.Equal(1, Assert.Single((await _talk.ListAsync()).Items).Standing.Likes);
    }

    [Fact]
    public async Task What_another_process_writes_is_seen_after_two_seconds_and_ones_own_at_once()
    {
        var (one, other) = (_talk, new Discussion(_house));
        await one.SayAsync(Anna, "one");
        Assert.Equal("one", await other.TextsAsync());
        Assert.True((await one.Writer.PostAsync(one.SeenBy(Anna), Anna, new NewComment("two"), null, default)).Succeeded);

        Assert.Equal(2, (await one.ListAsync()).Items.Count);
        Assert.Single((await other.ListAsync()).Items);
        _house.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, (await other.ListAsync()).Items.Count);
    }

    private sealed class Suspicious : ISpamScore
    {
        public Task<double> ScoreAsync(Comment comment, CancellationToken ct) => Task.FromResult(comment.Text == "buy" ? 0.9 : 0.1);
    }
}
