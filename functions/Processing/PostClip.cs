using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Clips;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary><c>POST /assets/{assetId}/clips</c>: makes an asset of its own of a part of a published one, out to the segments that hold it.</summary>
public sealed class PostClip(Creators creators, ClipAsset clips, AssetAnswers answers)
{
    [Function(nameof(PostClip))]
    [ApiBody(typeof(ClipBody))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(202, typeof(AssetBody), Headers = "Location")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/{assetId}/clips")] HttpRequest request,
        string assetId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleOnceAsync<ClipBody>(
            request,
            async (caller, body, id) =>
            {
                var run = await clips.CheckAsync(caller.OwnerId, assetId, body.ToRequest(id), ct);
                if (!run.Succeeded)
                {
                    return ProblemResults.Problem(run.Error!);
                }

                await client.StartOnceAsync(Workflows.ClipAsset, run.Value.InstanceId, run.Value, ct);
                var clip = await clips.BeginAsync(run.Value, ct);
                return new JsonAnswer(StatusCodes.Status202Accepted, await answers.BodyOfAsync(clip, ct)).WithHeader("Location", $"/api/assets/{clip.Id}");
            },
            ct);
}
