using StreamPlatform.Domain;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Tests.Contracts.Search;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>
/// Whether people find what they look for among 3,000 videos, hand-written and generated: the same videos, searches and mistakes
/// each time. A search succeeds when the video is among its first ten hits.
/// </summary>
public sealed class RelevanceTests(RelevanceTests.Catalogue catalogue) : IClassFixture<RelevanceTests.Catalogue>
{
    private const int Searches = 300;

    private readonly Random _random = new(20260301);

    [Fact]
    public async Task A_whole_title_brings_its_video_first_or_another_of_the_same_title()
    {
        var firsts = 0;
        foreach (var video in Sample())
        {
            var hits = await catalogue.SearchAsync(video.Title);
            firsts += hits.Count > 0 && string.Equals(catalogue.TitleOf(hits[0]), video.Title, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        Assert.InRange(firsts, Searches * 0.99, Searches);
    }

    [Fact]
    public async Task One_mistyped_letter_does_not_hide_a_video() =>
        Assert.InRange(await SuccessAsync(video => Mistype(video.Title)), 0.98, 1);

    [Fact]
    public async Task Words_out_of_order_find_their_video() =>
        Assert.InRange(await SuccessAsync(video => string.Join(' ', video.Title.Split(' ').Reverse())), 0.98, 1);

    [Fact]
    public async Task A_search_that_says_more_than_the_title_still_finds_it() =>
        Assert.InRange(await SuccessAsync(video => $"{video.Title} zeppelinesque"), 0.95, 1);

    [Theory]
    [InlineData("bake a sourdough loaf", "Baking Sourdough Loaves at Home")]
    [InlineData("runner stretches", "Stretching for Runners")]
    [InlineData("soccer tricks", "Ten football tricks")]
    [InlineData("clasic moovie", "A classic film from 1936")]
    [InlineData("howto tie a tie", "How to tie a tie")]
    [InlineData("tv repair", "Television repaired in an hour")]
    [InlineData("creme brulee", "Crème brûlée sans chalumeau")]
    [InlineData("Uber den Wolken", "Über den Wolken fliegen")]
    [InlineData("smorrebrod", "Smørrebrød på dansk")]
    [InlineData("pho ha noi", "Phở Hà Nội ngon nhất")]
    [InlineData("красная площадь", "Прогулка: Красная площадь ночью")]
    [InlineData("самалет", "Как летает самолет")]
    [InlineData("深夜食堂", "东京深夜食堂的一天")]
    [InlineData("ラーメン", "東京で一番のラーメン屋")]
    [InlineData("부산 여행", "부산으로 떠나는 여행")]
    [InlineData("καλημερα", "Καλημέρα από την Κρήτη")]
    [InlineData("กรุงเทพ", "เที่ยวกรุงเทพวันเดียว")]
    [InlineData("בירושלים", "יום אחד בירושלים")]
    [InlineData("القاهرة", "جولة في القاهرة القديمة")]
    public async Task A_hand_written_title_is_found_among_the_first_three(string text, string title) =>
        Assert.Contains(title, (await catalogue.SearchAsync(text)).Take(3).Select(catalogue.TitleOf));

    [Theory]
    [InlineData("sourdoguh", "sourdough")]
    [InlineData("clasic film", "classic film")]
    [InlineData("baking sourdough", null)]
    [InlineData("soccer tricks", null)]
    [InlineData("bakin", null)]
    public async Task What_was_meant_is_what_the_hits_have(string text, string? meant)
    {
        var hits = await catalogue.SearchAsync(text);
        Assert.Equal(meant, DidYouMean.Of(text, [.. hits.Select(id => (IReadOnlyList<string>)[catalogue.TitleOf(id)])]));
    }

    private async Task<double> SuccessAsync(Func<IndexedVideo, string> type)
    {
        var found = 0;
        foreach (var video in Sample())
        {
            found += (await catalogue.SearchAsync(type(video))).Contains(video.AssetId) ? 1 : 0;
        }

        return (double)found / Searches;
    }

    private List<IndexedVideo> Sample() => [.. Enumerable.Range(0, Searches).Select(_ => catalogue.Generated[_random.Next(catalogue.Generated.Count)])];

    /// <summary>One edit in one word of at least four letters: a letter too many, too few, another, or two swapped.</summary>
    private string Mistype(string title)
    {
        List<string> words = [.. title.Split(' ')];
        var longer = Enumerable.Range(0, words.Count).Where(i => words[i].Length >= 4).DefaultIfEmpty(0).ToList();
        var place = longer[_random.Next(longer.Count)];
        var (word, at, letter) = (words[place], _random.Next(words[place].Length), (char)('a' + _random.Next(26)));
        words[place] = _random.Next(4) switch
        {
            0 => word.Insert(at, letter.ToString()),
            1 => word.Remove(at, 1),
            2 => $"{word[..at]}{letter}{word[(at + 1)..]}",
            _ => at + 1 < word.Length ? $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}" : word.Remove(at, 1),
        };
        return string.Join(' ', words);
    }

    /// <summary>The videos, in an index that all tests read.</summary>
    public sealed class Catalogue : IAsyncLifetime
    {
        private static readonly string[] Written =
        [
            "Baking Sourdough Loaves at Home", "Stretching for Runners", "Ten football tricks", "A classic film from 1936", "How to tie a tie", "Television repaired in an hour",
            "Crème brûlée sans chalumeau", "Über den Wolken fliegen", "Smørrebrød på dansk", "Phở Hà Nội ngon nhất", "Прогулка: Красная площадь ночью", "Как летает самолет",
            "东京深夜食堂的一天", "東京で一番のラーメン屋", "부산으로 떠나는 여행", "Καλημέρα από την Κρήτη", "เที่ยวกรุงเทพวันเดียว", "יום אחד בירושלים", "جولة في القاهرة القديمة",
        ];

        private readonly SqliteStores _stores = new();
        private Dictionary<string, string> _titles = [];

        internal IReadOnlyList<IndexedVideo> Generated { get; } = [.. new GeneratedVideos(seed: 1).Take(3000)];

        public async Task InitializeAsync()
        {
            List<IndexedVideo> videos = [.. Generated, .. Written.Select((title, i) => Generated[i] with { AssetId = OpaqueId.From("asset", title), Title = title, Tags = [], Description = "" })];
            _titles = videos.ToDictionary(video => video.AssetId, video => video.Title);
            var (generations, generation) = (_stores.Get<IIndexGenerations>(), new IndexGeneration("1", default));
            await generations.BeginAsync(generation, default);
            await generations.FillAsync(generation, videos, default);
            await generations.SwitchAsync(generation, default);
        }

        public Task DisposeAsync() => _stores.DisposeAsync().AsTask();

        public string TitleOf(string assetId) => _titles[assetId];

        public async Task<IReadOnlyList<string>> SearchAsync(string text) =>
            [.. (await _stores.Get<IPublicIndex>().SearchAsync(new PublicQuery(text, VideoFilters.None, SearchSort.Relevance, false, new PageRequest(null, 10)), default)).Items.Select(hit => hit.AssetId)];
    }
}
