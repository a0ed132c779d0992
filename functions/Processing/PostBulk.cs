using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary>
/// <c>POST /assets/bulk</c>: does one thing to up to 100 assets and tells of each what became of it. What fails for one does not hinder
/// the others, and what was done already does no harm when it is asked for again.
/// </summary>
public sealed class PostBulk(Creators creators, Removals removals, TrashAsset trash, EditAsset edit)
{
    private const int AtOnce = 8;

    [Function(nameof(PostBulk))]
    [ApiBody(typeof(BulkBody))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(207, typeof(BulkResultBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/bulk")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken ct) =>
        creators.HandleOnceAsync<BulkBody>(
            request,
            async (caller, body, _) => body.Check() is { } invalid
                ? ProblemResults.Problem(invalid)
                : new JsonAnswer(StatusCodes.Status207MultiStatus, new BulkResultBody(await EachAsync(caller.OwnerId, body, client, ct))),
            ct);

    private async Task<IReadOnlyList<BulkItemBody>> EachAsync(string ownerId, BulkBody body, DurableTaskClient client, CancellationToken ct)
    {
        var ids = body.Ids!.Select(id => id!).Distinct(StringComparer.Ordinal).ToList();
        var items = new BulkItemBody[ids.Count];
        await Parallel.ForAsync(0, ids.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (n, cancelled) =>
        {
            var done = await OneAsync(ownerId, ids[n], body, client, cancelled);
            items[n] = done.Error is { } error ? new BulkItemBody(ids[n], error.Status, error.Code, error.Message) : new BulkItemBody(ids[n], StatusCodes.Status200OK);
        });
        return items;
    }

    private Task<Result<Stored<Asset>>> OneAsync(string ownerId, string id, BulkBody body, DurableTaskClient client, CancellationToken ct) => body.Operation switch
    {
        BulkOperation.Trash => removals.TrashAsync(client, ownerId, id, ifMatch: null, ct),
        BulkOperation.Restore => trash.RestoreAsync(ownerId, id, ct),
        _ => edit.ExecuteAsync(ownerId, id, body.Change!, ifMatch: null, ct),
    };
}
