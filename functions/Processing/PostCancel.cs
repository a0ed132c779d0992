using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary><c>POST /assets/{assetId}/cancel</c>: stops an asset before it is ready, or the renditions that are being added to one that is; what was made so far is erased.</summary>
public sealed class PostCancel(
    Creators creators, CancelAsset cancel, AssetAnswers answers, ProcessingOptions options, ILogger<PostCancel> logger)
{
    [Function(nameof(PostCancel))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(202, typeof(AssetBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/{assetId}/cancel")] HttpRequest request,
        string assetId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleOnceAsync(
            request,
            async caller =>
            {
                var cancelled = await cancel.ExecuteAsync(caller.OwnerId, assetId, ct);
                if (!cancelled.Succeeded)
                {
                    return ProblemResults.Problem(cancelled.Error!);
                }

                var (asset, workflow, run) = cancelled.Value;
                await client.StopRunAsync(assetId, workflow, run, options.LeaseSeconds, ct);
                logger.Cancelled(assetId);
                return new JsonAnswer(StatusCodes.Status202Accepted, await answers.BodyOfAsync(asset, ct));
            },
            ct);
}
