using StreamPlatform.Domain;
using StreamPlatform.Domain.Search;

namespace StreamPlatform.Tests.Contracts.Search;

/// <summary>What every <see cref="IVideoIndex"/> must do; a subclass an adapter.</summary>
public abstract class VideoIndexContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly string _owner = OpaqueId.New("user");
    private int _documents;

    private protected abstract IVideoIndex Index { get; }

    /// <summary>Waits until what was written is found, where that takes a moment.</summary>
    private protected virtual Task SettleAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task Every_word_has_to_be_there_and_the_last_may_be_unfinished()
    {
        var (sea, mountain) = (await AddAsync("A walk by the sea"), await AddAsync("Walking up the mountain, by night"));
        await SettleAsync();

        Assert.Equal([sea], await FindAsync("sea"));
        Assert.Equal([sea], await FindAsync("walk sea"));
        Assert.Equal([sea], await FindAsync("sea a walk"));
        Assert.Equal([mountain], await FindAsync("by the mou"));
        Assert.Equal(new[] { sea, mountain }.Order(), (await FindAsync("by the")).Order());
        Assert.Equal(2, (await FindAsync("wal")).Count);
        Assert.Empty(await FindAsync("mou by the"));
        Assert.Empty(await FindAsync("sea mountain"));
    }

    [SkippableTheory]
    [InlineData("café")]
    [InlineData("CAFE")]
    [InlineData("cafe\u0301")]
    [InlineData("caf")]
    [InlineData("don t cafe")]
    [InlineData("don't")]
    [InlineData("2026")]
    [InlineData("(cafe) OR -AND \"2026\" *")]
    public async Task Case_accents_and_signs_do_not_count(string text)
    {
        var wanted = await AddAsync("Don't miss: Le Café (2026) or, and");
        await AddAsync("Something else");
        await SettleAsync();

        Assert.Equal([wanted], await FindAsync(text));
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("!?*\"'()")]
    public async Task Without_a_word_nothing_is_found(string text)
    {
        await AddAsync("Anything");
        await SettleAsync();
        Assert.Empty(await FindAsync(text));
    }

    [SkippableFact]
    public async Task Only_the_owners_are_found()
    {
        var mine = await AddAsync("Our garden");
        await AddAsync("Our garden", OpaqueId.New("user"));
        await SettleAsync();
        Assert.Equal([mine], await FindAsync("garden"));
    }

    [SkippableFact]
    public async Task The_latest_words_count_and_what_is_deleted_is_gone()
    {
        var (renamed, deleted) = (await AddAsync("First name"), await AddAsync("First video"));
        await Index.PutAsync(Document(renamed, "Second name"), Ct);
        await Index.PutAsync(Document(renamed, "Second name"), Ct);
        await Index.DeleteAsync(deleted, Ct);
        await Index.DeleteAsync(deleted, Ct);
        await SettleAsync();

        Assert.Empty(await FindAsync("first"));
        Assert.Equal([renamed], await FindAsync("second"));
    }

    [SkippableFact]
    public async Task Pages_join_to_all_of_them_the_latest_first()
    {
        var added = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            added.Add(await AddAsync("Episode"));
        }

        await SettleAsync();
        var (found, pages, cursor) = (new List<string>(), 0, (string?)null);
        do
        {
            var page = await Index.SearchAsync(new VideoQuery(_owner, "episode", new PageRequest(cursor, 3)), Ct);
            found.AddRange(page.Items);
            cursor = page.Cursor;
            pages++;
        }
        while (cursor is not null);

        Assert.Equal(3, pages);
        Assert.Equal(Enumerable.Reverse(added), found);
    }

    [SkippableTheory]
    [InlineData("x")]
    [InlineData("h-1")]
    [InlineData("h99999")]
    public async Task A_cursor_that_no_page_gave_is_refused(string cursor)
    {
        var index = Index;
        await Assert.ThrowsAsync<InvalidCursorException>(() => index.SearchAsync(new VideoQuery(_owner, "episode", new PageRequest(cursor, 3)), Ct));
    }

    private async Task<string> AddAsync(string title, string? owner = null)
    {
        var id = OpaqueId.New("asset");
        await Index.PutAsync(Document(id, title) with { OwnerId = owner ?? _owner }, Ct);
        return id;
    }

    private VideoDocument Document(string id, string title) =>
        new(id, _owner, title, 12.5, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(_documents++));

    private async Task<IReadOnlyList<string>> FindAsync(string text) =>
        (await Index.SearchAsync(new VideoQuery(_owner, text, new PageRequest(null, 50)), Ct)).Items;
}
