using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Watching;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary><c>GET /assets/{assetId}/jobs</c>: the work items of the asset's latest run.</summary>
public sealed class GetJobs(Creators creators, GetAsset get, WatchAsset watch)
{
    [Function(nameof(GetJobs))]
    [ApiAnswer(200, typeof(PageBody<ItemSummary>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{assetId}/jobs")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                var found = await get.ExecuteAsync(caller.OwnerId, assetId, ct);
                return found.Succeeded
                    ? JsonAnswer.Ok(new PageBody<ItemSummary>(await watch.ItemsAsync(found.Value.Value, ct), null))
                    : ProblemResults.Problem(found.Error!);
            },
            ct);
}
