using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary><c>POST /assets/{assetId}/reprocess</c>: makes a new revision from the stored original; the old one plays until then.</summary>
public sealed class PostReprocess(
    Creators creators, ReprocessAsset reprocess, AssetAnswers answers, ILogger<PostReprocess> logger)
{
    [Function(nameof(PostReprocess))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(202, typeof(AssetBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/{assetId}/reprocess")] HttpRequest request,
        string assetId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleOnceAsync(
            request,
            async caller =>
            {
                var start = await reprocess.CheckAsync(caller.OwnerId, assetId, ct);
                if (!start.Succeeded)
                {
                    return ProblemResults.Problem(start.Error!);
                }

                await client.StartOnceAsync(Workflows.ProcessAsset, start.Value.InstanceId, start.Value.Run, ct);
                logger.Reprocessing(assetId, start.Value.InstanceId);
                var begun = await reprocess.BeginAsync(caller.OwnerId, start.Value, ct);
                return begun.Succeeded
                    ? new JsonAnswer(StatusCodes.Status202Accepted, await answers.BodyOfAsync(begun.Value, ct))
                    : ProblemResults.Problem(begun.Error!);
            },
            ct);
}
