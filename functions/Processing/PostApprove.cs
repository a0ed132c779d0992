using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary><c>POST /assets/{assetId}/approve</c>: the owner's yes to an asset that is expected to cost more than its cap.</summary>
public sealed class PostApprove(Creators creators, ApproveAsset approve, AssetAnswers answers, ILogger<PostApprove> logger)
{
    [Function(nameof(PostApprove))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(202, typeof(AssetBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/{assetId}/approve")] HttpRequest request,
        string assetId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleOnceAsync(
            request,
            async caller =>
            {
                var approved = await approve.ExecuteAsync(caller.OwnerId, assetId, ct);
                if (!approved.Succeeded)
                {
                    return ProblemResults.Problem(approved.Error!);
                }

                // The workflow looks for itself by and by; this only spares the wait.
                await client.TryRaiseAsync(approved.Value.WorkflowId!, Workflows.Approved, "approved", ct);
                logger.Approved(assetId);
                return new JsonAnswer(StatusCodes.Status202Accepted, await answers.BodyOfAsync(approved.Value, ct));
            },
            ct);
}
