using Azure.Search.Documents;
using Azure.Search.Documents.Models;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Search;

namespace StreamPlatform.Azure.Search;

/// <summary>
/// The search index in AI Search. Fields that others fill, such as views, are left as they are. Titles are there three times:
/// as suggestions show them, since a field with an analyzer of our own can't suggest; as words without accents; and as the
/// beginnings of these, since the service analyses no word with an asterisk.
/// </summary>
internal sealed class AiSearchVideoIndex(SearchClient client) : IVideoIndex
{
    private static readonly IndexDocumentsOptions AllOrError = new() { ThrowOnAnyError = true };

    public Task PutAsync(VideoDocument document, CancellationToken ct) => client.MergeOrUploadDocumentsAsync(
        [
            new SearchDocument
            {
                ["id"] = document.AssetId,
                ["ownerId"] = document.OwnerId,
                ["title"] = document.Title,
                ["titleWords"] = document.Title,
                ["titleBeginnings"] = document.Title,
                ["durationSeconds"] = document.DurationSeconds,
                ["publishedAt"] = document.PublishedAt,
            },
        ],
        AllOrError,
        ct);

    public Task DeleteAsync(string assetId, CancellationToken ct) => client.DeleteDocumentsAsync("id", [assetId], AllOrError, ct);

    public async Task<Page<string>> SearchAsync(VideoQuery query, CancellationToken ct)
    {
        var (seen, words) = (SearchCursor.Read(query.Page.Cursor), query.Words());
        if (words.Count == 0)
        {
            return new Page<string>([], null);
        }

        var options = new SearchOptions
        {
            Filter = SearchFilter.Create($"ownerId eq {query.OwnerId}"),
            QueryType = SearchQueryType.Full,
            SearchMode = SearchMode.All,
            Select = { "id" },
            OrderBy = { "search.score() desc", "publishedAt desc", "id" },
            Size = query.Page.Limit + 1,
            Skip = seen,
        };
        var found = await client.SearchAsync<SearchDocument>(Lucene(words), options, ct);
        var hits = new List<string>();
        await foreach (var hit in found.Value.GetResultsAsync().WithCancellation(ct))
        {
            hits.Add(hit.Document.GetString("id"));
        }

        var page = hits.Take(query.Page.Limit).ToList();
        return new Page<string>(page, SearchCursor.Write(seen + page.Count, hits.Count > page.Count));
    }

    /// <summary>
    /// All of the words, the last whole or as a beginning. They part where the index's analyzers part titles, and are letters
    /// and digits in lower case, so none is an operator.
    /// </summary>
    private static string Lucene(IReadOnlyList<string> words) => string.Join(
        ' ', words.SkipLast(1).Select(word => $"+titleWords:{word}").Append($"+(titleWords:{words[^1]} OR titleBeginnings:{words[^1]})"));
}
