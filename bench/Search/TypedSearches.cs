using StreamPlatform.Domain;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Bench.Search;

/// <summary>What people type, the same for the same seed: words of titles that there are, whole titles, mistakes, and choices among what is found.</summary>
internal sealed class TypedSearches(int seed, IReadOnlyList<IndexedVideo> videos)
{
    private readonly Random _random = new(seed);

    public TypedSearch Next() => _random.Next(20) switch
    {
        < 3 => Search("one word", Words(1)),
        < 10 => Search("some words", Words(2 + _random.Next(2))),
        < 13 => Search("a whole title", Any().Title),
        < 16 => Search("a word mistyped", Mistyped(Words(2))),
        < 18 => Search("filtered", Words(1 + _random.Next(2)), new VideoFilters(Category: Any().Category, Duration: DurationBand.Medium)),
        < 19 => Search("by date", Words(1), sort: SearchSort.Date),
        _ => Search("by views", Words(1 + _random.Next(2)), sort: SearchSort.Views),
    };

    /// <summary>A video, and its title with one letter wrong.</summary>
    public (IndexedVideo Video, PublicQuery Query) MistypedTitle()
    {
        var video = Any();
        return (video, new PublicQuery(Mistyped(video.Title), VideoFilters.None, SearchSort.Relevance, Facets: false, new PageRequest(null, 10)));
    }

    /// <summary>The beginning of a title, cut anywhere.</summary>
    public string Beginning()
    {
        var title = Any().Title;
        return title[..(1 + _random.Next(Math.Min(title.Length, 16)))];
    }

    private TypedSearch Search(string kind, string text, VideoFilters? filters = null, SearchSort sort = SearchSort.Relevance) =>
        new(kind, new PublicQuery(text, filters ?? VideoFilters.None, sort, Facets: _random.Next(2) == 0, new PageRequest(null, 20)));

    private IndexedVideo Any() => videos[_random.Next(videos.Count)];

    private string Words(int count)
    {
        var words = Any().Title.Split(' ');
        return string.Join(' ', words.Skip(_random.Next(Math.Max(1, words.Length - count))).Take(count));
    }

    /// <summary>A letter of the longest word becomes another.</summary>
    private string Mistyped(string text)
    {
        var word = text.Split(' ').MaxBy(word => word.Length)!;
        var at = _random.Next(word.Length);
        return text.Replace(word, $"{word[..at]}{(char)('a' + _random.Next(26))}{word[(at + 1)..]}", StringComparison.Ordinal);
    }
}

/// <param name="Kind">What is typed, for the log.</param>
internal sealed record TypedSearch(string Kind, PublicQuery Query);
