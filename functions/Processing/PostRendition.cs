using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Processing;

/// <summary>
/// <c>POST /assets/{assetId}/renditions</c>: has a rendition made of a published asset that was not made before. 200 when it
/// is there, 202 while it is made: also for who asks again.
/// </summary>
public sealed class PostRendition(Creators creators, AskedRenditions asked, ILogger<PostRendition> logger)
{
    [Function(nameof(PostRendition))]
    [ApiBody(typeof(RenditionRequest))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(200, typeof(RenditionStatus))]
    [ApiAnswer(202, typeof(RenditionStatus))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/{assetId}/renditions")] HttpRequest request,
        string assetId,
        [DurableClient] DurableTaskClient client,
        CancellationToken ct) =>
        creators.HandleOnceAsync<RenditionRequest>(
            request,
            async (caller, body, _) =>
            {
                if (body.NameOf() is not { } name)
                {
                    return ProblemResults.Problem(ExtensionErrors.NameMissing());
                }

                var rendition = await asked.AskAsync(client, caller.OwnerId, assetId, name, again: true, ct);
                if (!rendition.Succeeded)
                {
                    return ProblemResults.Problem(rendition.Error!);
                }

                logger.RenditionAsked(assetId, name, rendition.Value.Status);
                return new JsonAnswer(
                    rendition.Value.Status == RenditionState.Ready ? StatusCodes.Status200OK : StatusCodes.Status202Accepted, rendition.Value);
            },
            ct);
}
