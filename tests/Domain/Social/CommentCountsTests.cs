using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Stores;
using static StreamPlatform.Domain.Tests.Social.Discussion;

namespace StreamPlatform.Domain.Tests.Social;

public sealed class CommentCountsTests : IAsyncLifetime
{
    private readonly House _house = new();
    private IDocuments _documents = null!;

    public Task InitializeAsync()
    {
        _documents = _house.Get<IDocuments>();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Counts_are_the_truth_whatever_is_said_and_decided_through_lost_races_and_deaths(int seed)
    {
        var luck = new Random(seed);
        var talk = new Discussion(_house, new TroubledDocuments(_documents, luck));
        Person[] people = [Anna, Ben, Owner];
        var ids = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            var person = people[luck.Next(3)];
            var id = ids.Count == 0 ? null : ids[luck.Next(ids.Count)];
            var (what, state) = (id is null ? 0 : luck.Next(8), (CommentState)luck.Next(4));
            await TroubledDocuments.UntilAnsweredAsync<object?>(async () => what switch
            {
                0 or 1 or 2 => await PostAsync(talk, person, $"{i}", what == 0 ? null : id, ids),
                3 => await talk.DeleteAsync(person, id!),
                4 => await talk.Likes.SetAsync(talk.SeenBy(person), person, id!, luck.Next(2) == 0, default),
                _ => await talk.DecideAsync(Owner, id!, state),
            });
        }

        await AreTrueAsync(ids.Count);
    }

    [Fact]
    public async Task Counts_are_the_truth_when_many_talk_at_once()
    {
        var talk = new Discussion(_house);
        var thread = await talk.SayAsync(Anna, "thread");

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async number =>
        {
            var posted = await talk.Writer.PostAsync(talk.SeenBy(Ben), Ben, new NewComment("x", number % 2 == 0 ? thread.Id : null), null, default);
            if (number % 3 == 0)
                await talk.DeleteAsync(Ben, posted.Value.Value.Id);
        }));

        Assert.Equal(9, (await talk.ListAsync()).Section.Count);
        await AreTrueAsync(13);
    }

    [Fact]
    public async Task A_recount_sets_right_what_was_broken()
    {
        var talk = new Discussion(_house);
        var thread = await talk.SayAsync(Anna, "one");
        await talk.SayAsync(Ben, "two", thread.Id);
        await talk.Likes.SetAsync(talk.SeenBy(Ben), Ben, thread.Id, liked: true, default);
        await BreakAsync(CommentDocuments.Sections, CommentDocuments.SectionKey(AssetId), section => section with { Count = 9, Held = 1 });
        await BreakAsync(CommentDocuments.Standings, new DocumentKey(AssetId, thread.Id), standing => standing with { Likes = 5, Replies = 7 });

        var drifts = await talk.RecountAsync();

        Assert.Equal(
            [("comments", 9, 2), ("held", 1, 0), ("likes", 5, 1), ("replies", 7, 1)],
            drifts.Select(drift => (drift.Value, (int)drift.Told, (int)drift.True)).Order());
        await AreTrueAsync(2);
    }

    private async Task<string?> PostAsync(Discussion talk, Person person, string text, string? parentId, List<string> ids)
    {
        var posted = await talk.Writer.PostAsync(talk.SeenBy(person), person, new NewComment(text, parentId), $"request_{text}", default);
        if (posted.Succeeded)
            ids.Add(posted.Value.Value.Id);
        return posted.Error?.Code;
    }

    /// <summary>What is told is what is there, and a recount finds nothing.</summary>
    private async Task AreTrueAsync(int comments)
    {
        var talk = new Discussion(_house);
        var all = new List<Comment>();
        await foreach (var comment in _documents.ScanAsync(CommentDocuments.Comments, default))
            all.Add(comment);
        Assert.Equal(comments, all.Count);
        var open = all.Where(comment => comment.ParentId is null && comment.State is CommentState.Visible or CommentState.Deleted).Select(comment => comment.Id).ToHashSet();
        var seen = all.Where(comment => comment.State == CommentState.Visible && (comment.ParentId is null || open.Contains(comment.ParentId))).ToList();
        var section = await talk.Reader.SectionAsync(AssetId, default);
        Assert.Equal((seen.Count, all.Count(comment => comment.State == CommentState.Held)), ((int)section.Count, (int)section.Held));
        var page = await talk.ListAsync(limit: 200);
        Assert.Equal(
            all.Where(comment => comment.ParentId is null && (comment.State == CommentState.Visible || (comment.State == CommentState.Deleted && seen.Any(reply => reply.ParentId == comment.Id)))).Select(comment => comment.Id).Order(),
            page.Items.Select(shown => shown.Comment.Id).Order());
        Assert.Equal(page.Items.Select(shown => shown.Comment.Id).Order(), (await talk.ListAsync(order: CommentOrder.Top, limit: 200)).Items.Select(shown => shown.Comment.Id).Order());
        Assert.All(page.Items, shown => Assert.Equal(seen.Count(reply => reply.ParentId == shown.Comment.Id), shown.Standing.Replies));
        Assert.Empty(await talk.RecountAsync());
    }

    private async Task BreakAsync<T>(DocumentKind<T> kind, DocumentKey key, Func<T, T> change)
        where T : class
    {
        var stored = (await _documents.FindAsync(kind, key, default))!;
        await _documents.WriteAsync(kind.Replace(change(stored.Value), stored.ETag), default);
    }
}
