using System.Globalization;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Tests.Contracts.Search;

/// <summary>What every <see cref="IPublicIndex"/> must do; a subclass an adapter. All tests of a class may share an index: each has a channel of its own.</summary>
public abstract class PublicIndexContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _channel = OpaqueId.New("user");
    private int _videos;

    private protected abstract IPublicIndex Index { get; }

    /// <summary>Waits until what was written is found, where that takes a moment.</summary>
    private protected virtual Task SettleAsync() => Task.CompletedTask;

    [SkippableTheory]
    [InlineData("walking by the sea", "A Walk by the Sea")]
    [InlineData("WALKS", "A Walk by the Sea")]
    [InlineData("sea, walk!", "A Walk by the Sea")]
    [InlineData("wlak sea", "A Walk by the Sea")]
    [InlineData("cafe lait", "Le Café au lait")]
    [InlineData("café au lait", "Le Cafe\u0301 au lait")]
    [InlineData("lodz", "Winter in Łódź")]
    [InlineData("Łódź", "Winter in Lodz")]
    [InlineData("strasse", "Die lange Straße")]
    [InlineData("елка", "Новогодняя ёлка во дворе")]
    [InlineData("ЁЛКА", "Новогодняя елка во дворе")]
    [InlineData("αθηνα", "Μια μέρα στην Αθήνα")]
    [InlineData("東京", "夜の東京タワーを歩く")]
    [InlineData("タワー", "夜の東京タワーを歩く")]
    [InlineData("猫", "我家的猫和狗")]
    [InlineData("서울", "서울에서 하루")]
    [InlineData("soccer", "The best football goals")]
    [InlineData("tutorial knitting", "How to knit: knitting for all")]
    [InlineData("livestream", "Our first live stream")]
    [InlineData("don't (look) OR -AND \"up\" *", "Don't look up, or and")]
    public async Task A_video_is_found_by_what_people_type(string text, string title)
    {
        var wanted = await AddAsync(title);
        await AddAsync("Something else altogether");
        await SettleAsync();

        Assert.Equal(wanted, Assert.Single((await SearchAsync(text)).Items).AssetId);
    }

    [SkippableFact]
    public async Task Words_are_found_in_titles_tags_channel_names_and_descriptions_in_this_order()
    {
        var description = await AddAsync("One", video => video with { Description = "All about zeppelins over the sea." });
        var tag = await AddAsync("Two", video => video with { Tags = ["zeppelin", "air ship"] });
        var title = await AddAsync("Zeppelin");
        await SettleAsync();

        Assert.Equal([title, tag, description], await IdsAsync("zeppelin"));
    }

    [SkippableFact]
    public async Task What_was_found_is_marked()
    {
        await AddAsync("Night walks in 東京", video => video with { Description = "Long. We went walking all night, <b>and</b> saw the tower." });
        await SettleAsync();

        var hit = Assert.Single((await SearchAsync("walk 東京 tower")).Items);

        Assert.Equal((new HitChannel(_channel, "Our films"), Day), (hit.Channel, hit.PublishedAt));
        Assert.Equal("Night walks in 東京", hit.Title.Text);
        Assert.Equal(["walks", "東京"], Marked(hit.Title));
        Assert.Equal(["walking", "tower"], Marked(hit.Description!));
        Assert.Contains("<b>and</b>", hit.Description!.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Each_filter_lets_through_what_it_says_and_all_of_them_count()
    {
        var wanted = await AddAsync("Concert", video => video with
        {
            Category = "music", Language = "pt-BR", Tags = ["Jazz Piano"], Captions = ["en", "de"], DurationSeconds = 600, Lines = 1080, IsLive = true, PublishedAt = Day.AddDays(10),
        });
        await AddAsync("Concert", video => video with { Category = "film", Language = "en", DurationSeconds = 60, Lines = 360, PublishedAt = Day });
        await SettleAsync();
        VideoFilters[] filters =
        [
            new(Category: "music"), new(Language: "pt-BR"), new(Tag: "jazz piano"), new(Captions: "de"), new(Captions: VideoFilters.AnyCaptions), new(Duration: DurationBand.Medium),
            new(PublishedSince: Day.AddDays(5)), new(Lines: 720), new(Lines: 1080), new(Live: true), new("music", "pt-BR", _channel, "JAZZ piano", "en", DurationBand.Medium, Day.AddDays(10), 1080, true),
        ];
        VideoFilters[] none = [new(Category: "news"), new(Captions: "fr"), new(Duration: DurationBand.Long), new(PublishedSince: Day.AddDays(11)), new(Lines: 1440), new(Tag: "jazz"), new(Category: "film", Live: true)];

        foreach (var filter in filters)
        {
            Assert.Equal([wanted], await IdsAsync("concert", filter));
            Assert.Equal([wanted], await IdsAsync("", filter));
        }

        foreach (var filter in none)
        {
            Assert.Empty(await IdsAsync("concert", filter));
        }

        Assert.Equal(2, (await IdsAsync("concert", new(Live: null))).Count);
        Assert.Empty((await Index.SearchAsync(Query("concert", new(Channel: "user_x")), Ct)).Items);
    }

    [SkippableFact]
    public async Task Hits_are_sorted_as_is_asked()
    {
        var early = await AddAsync("Goal", video => video with { Views = 500, Likes = 1, PublishedAt = Day });
        var popular = await AddAsync("Goal", video => video with { Views = 9000, Likes = 10, Dislikes = 40, PublishedAt = Day.AddDays(1) });
        var liked = await AddAsync("Goal", video => video with { Views = 10, Likes = 900, Dislikes = 30, PublishedAt = Day.AddDays(2) });
        await SettleAsync();

        foreach (var text in new[] { "goal", "" })
        {
            Assert.Equal([liked, popular, early], await IdsAsync(text, sort: SearchSort.Date));
            Assert.Equal([popular, early, liked], await IdsAsync(text, sort: SearchSort.Views));
            Assert.Equal([liked, early, popular], await IdsAsync(text, sort: SearchSort.Rating));
        }
    }

    [SkippableFact]
    public async Task Of_equal_matches_the_popular_and_the_fresh_come_first()
    {
        var old = await AddAsync("Sunrise over the bay", video => video with { PublishedAt = Day.AddYears(-5) });
        var popular = await AddAsync("Sunrise over the bay", video => video with { PublishedAt = Day.AddYears(-5), Views = 2_000_000 });
        await SettleAsync();

        Assert.Equal([popular, old], await IdsAsync("sunrise"));
    }

    [SkippableFact]
    public async Task Facets_count_what_was_found_and_nothing_else()
    {
        await AddAsync("Parade", video => video with { Category = "music", Language = "en", DurationSeconds = 60, Lines = 1080, Captions = ["en"] });
        await AddAsync("Parade", video => video with { Category = "music", Language = "de", DurationSeconds = 300, Lines = 1200 });
        await AddAsync("Parade", video => video with { Category = "film", DurationSeconds = 5000, Lines = 200 });
        await AddAsync("Other", video => video with { Category = "news", Language = "fr" });
        await SettleAsync();

        var found = await Index.SearchAsync(Query("parade", new(Channel: _channel)) with { Facets = true }, Ct);

        Assert.Equal(3, found.Total);
        Assert.Equal("music 2, film 1", Text(found.Facets!.Category));
        Assert.Equal("de 1, en 1", Text(found.Facets.Language));
        Assert.Equal("long 1, medium 1, short 1", Text(found.Facets.Duration));
        Assert.Equal("1080 2", Text(found.Facets.Resolution));
        Assert.Equal("false 2, true 1", Text(found.Facets.Captions));
        Assert.Null((await SearchAsync("parade")).Facets);
    }

    [SkippableFact]
    public async Task The_latest_document_counts_and_what_is_deleted_is_gone()
    {
        var (renamed, deleted) = (await AddAsync("First name"), await AddAsync("First video"));
        await Index.PutAsync(Video(renamed, "Second name"), Ct);
        await Index.PutAsync(Video(renamed, "Second name"), Ct);
        await Index.DeleteAsync(deleted, Ct);
        await Index.DeleteAsync(deleted, Ct);
        await SettleAsync();

        Assert.Empty(await IdsAsync("first"));
        Assert.Equal([renamed], await IdsAsync("second"));
    }

    [SkippableFact]
    public async Task Pages_join_to_all_of_them()
    {
        var added = new List<string>();
        for (var i = 0; i < 25; i++)
        {
            added.Add(await AddAsync("Episode"));
        }

        await SettleAsync();
        foreach (var (text, sort) in new[] { ("episode", SearchSort.Date), ("episode", SearchSort.Relevance), ("", SearchSort.Views) })
        {
            var (found, pages, cursor) = (new List<string>(), 0, (string?)null);
            do
            {
                var page = await Index.SearchAsync(new PublicQuery(text, new(Channel: _channel), sort, false, new PageRequest(cursor, 10)), Ct);
                found.AddRange(page.Items.Select(hit => hit.AssetId));
                cursor = page.Cursor;
                pages++;
            }
            while (cursor is not null);

            Assert.Equal(3, pages);
            Assert.Equal(added.Order(), found.Order());
            if (sort == SearchSort.Date)
            {
                Assert.Equal(Enumerable.Reverse(added), found);
            }
        }
    }

    [SkippableTheory]
    [InlineData("x")]
    [InlineData("h-1")]
    [InlineData("h99999")]
    public async Task A_cursor_that_no_page_gave_is_refused(string cursor)
    {
        var index = Index;
        await Assert.ThrowsAsync<InvalidCursorException>(() => index.SearchAsync(Query("episode", VideoFilters.None) with { Page = new PageRequest(cursor, 3) }, Ct));
    }

    [SkippableFact]
    public async Task Titles_are_suggested_while_they_are_typed()
    {
        var word = Unique();
        var (popular, other) = (await AddAsync($"{word}ing Café guide", video => video with { Views = 1_000_000, PublishedAt = Day }), await AddAsync($"A {word}ing cat", video => video with { PublishedAt = Day }));
        await SettleAsync();

        Assert.Equal([popular, other], await SuggestAsync(word[..6]));
        Assert.Equal([popular, other], await SuggestAsync(word.ToUpperInvariant() + "in"));
        Assert.Equal([popular], await SuggestAsync($"{word}ing caf"));
        Assert.Equal([other], await SuggestAsync($"a {word}ing c"));
        Assert.Equal([popular], await SuggestAsync($"guide {word}"));
        Assert.Empty(await SuggestAsync($"{word}ing dog"));
        Assert.Empty(await SuggestAsync(" ?!*\"() "));
    }

    [SkippableFact]
    public async Task Related_are_those_that_share_rare_words_or_the_channel_and_never_the_video_itself()
    {
        var word = Unique();
        var watched = Video(OpaqueId.New("asset"), $"The {word} bridge");
        await Index.PutAsync(watched, Ct);
        var alike = await AddAsync($"Crossing the {word}", video => video with { ChannelId = OpaqueId.New("user") });
        var channel = await AddAsync("Nothing in common");
        await SettleAsync();

        var related = await Index.RelatedAsync(watched, 10, Ct);

        Assert.Equal(new[] { alike, channel }.Order(), related.Take(2).Select(hit => hit.AssetId).Order());
        Assert.DoesNotContain(watched.AssetId, related.Select(hit => hit.AssetId));
        Assert.Single(await Index.RelatedAsync(watched, 1, Ct));
    }

    private static string Unique() => string.Concat(OpaqueId.New("x").Where(char.IsLetter).Take(10));

    private static IEnumerable<string> Marked(MarkedText text) => text.Marks.Select(mark => text.Text.Substring(mark.Start, mark.Length));

    private static string Text(IEnumerable<FacetCount> counts) => string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {count.Count}")));

    private async Task<string> AddAsync(string title, Func<IndexedVideo, IndexedVideo>? change = null)
    {
        var video = Video(OpaqueId.New("asset"), title);
        await Index.PutAsync(change?.Invoke(video) ?? video, Ct);
        return video.AssetId;
    }

    private IndexedVideo Video(string id, string title) => new()
    {
        AssetId = id,
        Title = title,
        ChannelId = _channel,
        ChannelName = "Our films",
        DurationSeconds = 12.5,
        Lines = 720,
        PublishedAt = Day.AddMinutes(_videos++),
    };

    private static PublicQuery Query(string text, VideoFilters filters) => new(text, filters, SearchSort.Relevance, false, new PageRequest(null, 50));

    private Task<PublicHits> SearchAsync(string text) => Index.SearchAsync(Query(text, new(Channel: _channel)), Ct);

    private async Task<IReadOnlyList<string>> IdsAsync(string text, VideoFilters? filters = null, SearchSort sort = SearchSort.Relevance) =>
        [.. (await Index.SearchAsync(Query(text, (filters ?? VideoFilters.None) with { Channel = _channel }) with { Sort = sort }, Ct)).Items.Select(hit => hit.AssetId)];

    private async Task<IReadOnlyList<string>> SuggestAsync(string typed) => await Index.SuggestAsync(typed, 10, Ct);
}
