using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary><c>DELETE /assets/{assetId}</c>: deletes an asset with everything it made; a workflow does it, so that nothing is left half done.</summary>
public sealed class DeleteOneAsset(
    Creators creators, DeleteAsset delete, AssetEraser eraser, ILogger<DeleteOneAsset> logger)
{
    [Function(nameof(DeleteOneAsset))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(202)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "assets/{assetId}")] HttpRequest request,
        string assetId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                var found = await delete.CheckAsync(caller.OwnerId, assetId, EntityTags.IfMatch(request), ct);
                if (!found.Succeeded)
                {
                    return ProblemResults.Problem(found.Error!);
                }

                var instanceId = Workflows.EraseAssetId(assetId);
                await client.StartOnceAsync(Workflows.EraseAsset, instanceId, new AssetErasure(assetId), ct);
                logger.Deleting(assetId, instanceId);

                // The workflow does this too; done here it is true by the time the answer says so.
                await eraser.BeginAsync(assetId, ct);
                return new JsonAnswer(StatusCodes.Status202Accepted);
            },
            ct);
}
