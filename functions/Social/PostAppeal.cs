using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social.Takedowns;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>POST /assets/{assetId}/appeal</c>: the owner of an asset that was taken down asks moderators for another look: once a take-down.</summary>
public sealed class PostAppeal(Creators creators, Takedowns takedowns)
{
    [Function(nameof(PostAppeal))]
    [ApiBody(typeof(AppealBody))]
    [ApiAnswer(202, typeof(ReportedBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/{assetId}/appeal")] HttpRequest request, string assetId, CancellationToken ct) =>
        creators.HandleAsync<AppealBody>(
            request,
            async (caller, body) => (await takedowns.AppealAsync(caller.OwnerId, assetId, body.Text, ct))
                .ToAnswer(report => new JsonAnswer(StatusCodes.Status202Accepted, new ReportedBody(report.Id))),
            ct);
}
