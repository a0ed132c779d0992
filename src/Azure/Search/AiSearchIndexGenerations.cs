using Azure.Search.Documents;
using Azure.Search.Documents.Models;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Azure.Search;

/// <summary>
/// Generations in place: documents are replaced one by one under the same ids, so that each is found all the while, and what
/// the filling did not come by goes at its end. The function app has no right to make indexes and needs none.
/// </summary>
internal sealed class AiSearchIndexGenerations(PublicIndexClients clients, TimeProvider clock) : IIndexGenerations
{
    /// <summary>As many as the service deletes at once.</summary>
    private const int PageSize = 1000;

    public async Task<bool> IsFilledAsync(CancellationToken ct)
    {
        var counts = await Task.WhenAll(clients.All.Select(client => client.GetDocumentCountAsync(ct)));
        return counts.All(count => count.Value > 0);
    }

    public Task BeginAsync(IndexGeneration generation, CancellationToken ct) => Task.CompletedTask;

    public async Task<bool> FillAsync(IndexGeneration generation, IReadOnlyList<IndexedVideo> videos, CancellationToken ct)
    {
        await AiSearchPublicIndex.WriteAsync(clients, videos, clock.GetUtcNow(), ct);
        return true;
    }

    public async Task<bool> SwitchAsync(IndexGeneration generation, CancellationToken ct)
    {
        await Task.WhenAll(clients.All.Select(client => SweepAsync(client, generation.BegunAt, ct)));
        return true;
    }

    private static async Task SweepAsync(SearchClient client, DateTimeOffset before, CancellationToken ct)
    {
        List<string> ids;
        var last = "";
        do
        {
            var options = new SearchOptions { Filter = SearchFilter.Create($"indexedAt lt {before} and id gt {last}"), OrderBy = { "id" }, Size = PageSize, Select = { "id" } };
            ids = [];
            await foreach (var result in (await client.SearchAsync<SearchDocument>("*", options, ct)).Value.GetResultsAsync().WithCancellation(ct))
                ids.Add(result.Document.GetString("id"));
            if (ids.Count > 0)
            {
                await client.DeleteDocumentsAsync("id", ids, new IndexDocumentsOptions { ThrowOnAnyError = true }, ct);
                last = ids[^1];
            }
        }
        while (ids.Count == PageSize);
    }
}
