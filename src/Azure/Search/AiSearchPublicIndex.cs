using Azure.Search.Documents;
using Azure.Search.Documents.Models;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Search.Text;

namespace StreamPlatform.Azure.Search;

/// <summary>The public index in AI Search: its scoring profile ranks, its fuzzy terms forgive, its suggester completes.</summary>
internal sealed class AiSearchPublicIndex(PublicIndexClients clients, TimeProvider clock) : IPublicIndex
{
    private const string Suggester = "titles";

    private static readonly IndexDocumentsOptions AllOrError = new() { ThrowOnAnyError = true };

    public Task PutAsync(PublicVideo video, CancellationToken ct) => WriteAsync(clients, [video], clock.GetUtcNow(), ct);

    public Task DeleteAsync(string assetId, CancellationToken ct) =>
        Task.WhenAll(clients.All.Select(client => client.DeleteDocumentsAsync("id", [assetId], AllOrError, ct)));

    public async Task<PublicHits> SearchAsync(PublicQuery query, CancellationToken ct)
    {
        var seen = SearchCursor.Read(query.Page.Cursor);
        var answer = (await clients.Answering.SearchAsync<SearchDocument>(PublicRequests.All(query.Terms()), PublicRequests.Options(query, seen), ct)).Value;
        var hits = new List<PublicHit>();
        await foreach (var result in answer.GetResultsAsync().WithCancellation(ct))
        {
            hits.Add(PublicAnswers.HitOf(result));
        }

        var page = hits.Take(query.Page.Limit).ToList();
        return new PublicHits(page, SearchCursor.Write(seen + page.Count, hits.Count > page.Count), answer.TotalCount, query.Facets ? PublicAnswers.FacetsOf(answer) : null);
    }

    public async Task<IReadOnlyList<string>> SuggestAsync(string typed, int limit, CancellationToken ct)
    {
        var words = string.Join(' ', SearchText.Words(typed).Take(VideoQuery.MaxWords));
        if (words.Length is 0 or > 100)
        {
            return [];
        }

        var options = new SuggestOptions { Size = limit, Select = { "id" }, OrderBy = { "views desc", "publishedAt desc" } };
        var answer = await clients.Answering.SuggestAsync<SearchDocument>(words, Suggester, options, ct);
        return [.. answer.Value.Results.Select(result => result.Document.GetString("id"))];
    }

    public async Task<IReadOnlyList<string>> RelatedAsync(PublicVideo video, int limit, CancellationToken ct)
    {
        var words = SearchText.FoldedWords($"{video.Title} {string.Join(' ', video.Tags)}").Where(word => word.Length >= Spelling.ShortestKnown).Distinct().Take(VideoQuery.MaxWords).ToList();
        var others = SearchFilter.Create($"id ne {video.AssetId}");
        var alike = words.Count == 0 ? Task.FromResult<IReadOnlyList<string>>([]) : IdsAsync(PublicRequests.Any(words), others, null, limit, ct);
        var channel = IdsAsync("*", $"{others} and {SearchFilter.Create($"labels/any(label: label eq {VideoLabels.OfChannel(video.ChannelId)})")}", "publishedAt desc", limit, ct);
        return [.. ReciprocalRank.Fuse(await alike, await channel).Take(limit)];
    }

    /// <summary>Writes into every index, all or an error.</summary>
    internal static Task WriteAsync(PublicIndexClients clients, IReadOnlyList<PublicVideo> videos, DateTimeOffset now, CancellationToken ct) => videos.Count == 0
        ? Task.CompletedTask
        : Task.WhenAll(clients.All.Select(client => client.UploadDocumentsAsync(videos.Select(video => PublicVideoItem.Of(video, now)), AllOrError, ct)));

    private async Task<IReadOnlyList<string>> IdsAsync(string text, string filter, string? order, int limit, CancellationToken ct)
    {
        var options = PublicRequests.Searching(SearchMode.Any);
        (options.Filter, options.Size) = (filter, limit);
        if (order is not null)
            options.OrderBy.Add(order);
        var answer = await clients.Answering.SearchAsync<SearchDocument>(text, options, ct);
        var ids = new List<string>();
        await foreach (var result in answer.Value.GetResultsAsync().WithCancellation(ct))
        {
            ids.Add(result.Document.GetString("id"));
        }

        return ids;
    }
}
