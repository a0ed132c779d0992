using System.Text;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Search.Text;

namespace StreamPlatform.Azure.Search;

/// <summary>
/// Writes a query as AI Search takes it. Words are letters, numbers and their marks in lower case, so none is an operator;
/// values of filters are quoted.
/// </summary>
internal static class PublicRequests
{
    private static readonly string[] Searched = ["titleWords", "titleStems", "tags", "channelName", "description"];

    private static readonly string[] Marked = ["titleWords", "titleStems", "description"];

    private static readonly string[] Facets = ["category,count:20", "language,count:20", "duration", "lines", "hasCaptions"];

    /// <summary>Every term in one of its ways; a word of some length also with one letter mistyped, for less.</summary>
    public static string All(IReadOnlyList<SearchTerm> terms) => terms.Count == 0 ? "*" : string.Join(' ', terms.Select(term => $"+({Ways(term)})"));

    /// <summary>Any of the words.</summary>
    public static string Any(IEnumerable<string> words) => string.Join(" OR ", words.Select(Quoted));

    public static SearchOptions Options(PublicQuery query, int seen)
    {
        var options = Searching(SearchMode.All);
        options.Filter = Filter(query.Filters);
        options.Size = query.Page.Limit + 1;
        options.Skip = seen;
        options.IncludeTotalCount = query.Facets;
        options.HighlightPreTag = MarkedText.Begin.ToString();
        options.HighlightPostTag = MarkedText.End.ToString();
        foreach (var field in Marked)
            options.HighlightFields.Add(field);
        foreach (var order in Order(query))
            options.OrderBy.Add(order);
        foreach (var facet in query.Facets ? Facets : [])
            options.Facets.Add(facet);
        return options;
    }

    public static SearchOptions Searching(SearchMode mode)
    {
        var options = new SearchOptions { QueryType = SearchQueryType.Full, SearchMode = mode, Select = { "id", "title", "channelId", "channelName", "publishedAt" } };
        foreach (var field in Searched)
            options.SearchFields.Add(field);
        return options;
    }

    public static string Quoted(string words) => words.Any(letter => letter == ' ' || SearchText.IsUnspaced(letter)) ? $"\"{words}\"" : words;

    private static string Ways(SearchTerm term)
    {
        var ways = new StringBuilder(Any(term.Alternatives));
        if (!term.IsPhrase && term.Word.Length >= Spelling.ShortestCorrected)
            ways.Append(" OR ").Append(term.Word).Append("~1^0.2");
        return ways.ToString();
    }

    private static IEnumerable<string> Order(PublicQuery query) => query.Sort switch
    {
        SearchSort.Date => ["publishedAt desc", "id"],
        SearchSort.Views => ["views desc", "publishedAt desc", "id"],
        SearchSort.Rating => ["rating desc", "publishedAt desc", "id"],
        _ => ["search.score() desc", "publishedAt desc", "id"],
    };

    private static string? Filter(VideoFilters filters)
    {
        var conditions = new List<string>();
        if (filters.Category is { } category)
            conditions.Add(SearchFilter.Create($"category eq {category}"));
        if (filters.Language is { } language)
            conditions.Add(SearchFilter.Create($"language eq {language}"));
        if (filters.Duration is { } duration)
            conditions.Add(SearchFilter.Create($"duration eq {duration.ToString().ToLowerInvariant()}"));
        if (filters.PublishedSince is { } since)
            conditions.Add(SearchFilter.Create($"publishedAt ge {since}"));
        if (filters.Lines is { } lines)
            conditions.Add(SearchFilter.Create($"lines ge {lines}"));
        if (filters.Live is { } live)
            conditions.Add(SearchFilter.Create($"isLive eq {live}"));
        if (filters.Captions == VideoFilters.AnyCaptions)
            conditions.Add("hasCaptions eq true");
        foreach (var label in VideoLabels.WantedBy(filters))
            conditions.Add(SearchFilter.Create($"labels/any(label: label eq {label})"));
        return conditions.Count == 0 ? null : string.Join(" and ", conditions);
    }
}
