using System.Globalization;
using Azure.Search.Documents.Models;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Azure.Search;

/// <summary>Reads what AI Search answers.</summary>
internal static class PublicAnswers
{
    private static readonly string[] Titles = ["titleWords", "titleStems"];

    public static PublicHit HitOf(SearchResult<SearchDocument> result)
    {
        var title = result.Document.GetString("title");
        var marked = Titles.Select(field => Highlight(result, field)).FirstOrDefault(text => text?.Text == title);
        return new PublicHit(
            result.Document.GetString("id"),
            marked ?? new MarkedText(title, []),
            Highlight(result, "description"),
            new HitChannel(result.Document.GetString("channelId"), result.Document.GetString("channelName")),
            result.Document.GetDateTimeOffset("publishedAt") ?? default);
    }

    public static FacetCounts FacetsOf(SearchResults<SearchDocument> answer) => new(
        Counts(answer, "category"),
        Counts(answer, "language"),
        Counts(answer, "duration"),
        [.. Counts(answer, "lines").Where(count => count.Value != "0")],
        Counts(answer, "hasCaptions"));

    private static MarkedText? Highlight(SearchResult<SearchDocument> result, string field) =>
        result.Highlights is { } all && all.TryGetValue(field, out var parts) && parts is [var first, ..] ? MarkedText.Parse(first) : null;

    private static IReadOnlyList<FacetCount> Counts(SearchResults<SearchDocument> answer, string field) =>
        FacetCount.Of((answer.Facets is { } all && all.TryGetValue(field, out var facets) ? facets : []).Select(facet => (Word(facet.Value), facet.Count ?? 0)));

    private static string? Word(object? value) => value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture);
}
