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

    public Task PutAsync(IndexedVideo video, CancellationToken ct) => WriteAsync(clients, [video], clock.GetUtcNow(), ct);

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

    public async Task<IReadOnlyList<PublicHit>> RelatedAsync(IndexedVideo video, int limit, CancellationToken ct)
    {
        var words = SearchText.FoldedWords($"{video.Title} {string.Join(' ', video.Tags)}").Where(word => word.Length >= Spelling.ShortestKnown).Distinct().Take(VideoQuery.MaxWords).ToList();
        var others = SearchFilter.Create($"id ne {video.AssetId}");
        var alike = words.Count == 0 ? Task.FromResult<IReadOnlyList<PublicHit>>([]) : HitsAsync(PublicRequests.Any(words), others, null, limit, ct);
        var channel = HitsAsync("*", $"{others} and {SearchFilter.Create($"labels/any(label: label eq {VideoLabels.OfChannel(video.ChannelId)})")}", "publishedAt desc", limit, ct);
        var hits = (await alike).Concat(await channel).DistinctBy(hit => hit.AssetId).ToDictionary(hit => hit.AssetId, StringComparer.Ordinal);
        return [.. ReciprocalRank.Fuse<string>([.. (await alike).Select(hit => hit.AssetId)], [.. (await channel).Select(hit => hit.AssetId)]).Take(limit).Select(id => hits[id])];
    }

    /// <summary>Writes into every index, all or an error.</summary>
    internal static Task WriteAsync(PublicIndexClients clients, IReadOnlyList<IndexedVideo> videos, DateTimeOffset now, CancellationToken ct) => videos.Count == 0
        ? Task.CompletedTask
        : Task.WhenAll(clients.All.Select(client => client.UploadDocumentsAsync(videos.Select(video => IndexedVideoItem.Of(video, now)), AllOrError, ct)));

    private async Task<IReadOnlyList<PublicHit>> HitsAsync(string text, string filter, string? order, int limit, CancellationToken ct)
    {
        var options = PublicRequests.Searching(SearchMode.Any);
        (options.Filter, options.Size) = (filter, limit);
        if (order is not null)
            options.OrderBy.Add(order);
        var answer = await clients.Answering.SearchAsync<SearchDocument>(text, options, ct);
        var hits = new List<PublicHit>();
        await foreach (var result in answer.Value.GetResultsAsync().WithCancellation(ct))
        {
            hits.Add(PublicAnswers.HitOf(result));
        }

        return hits;
    }
}
