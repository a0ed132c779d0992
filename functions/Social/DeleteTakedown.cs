using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Takedowns;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>DELETE /assets/{assetId}/takedown?reportId=</c>: a moderator puts an asset back, as its owner has it; may be repeated.</summary>
public sealed class DeleteTakedown(Moderators moderators, Takedowns takedowns)
{
    [Function(nameof(DeleteTakedown))]
    [ApiQuery("reportId", typeof(string), "The appeal that is upheld by it.")]
    [ApiAnswer(200, typeof(TakedownBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "assets/{assetId}/takedown")] HttpRequest request, string assetId, CancellationToken ct) =>
        moderators.HandleAsync(
            request,
            async caller => (await takedowns.ReinstateAsync(Person.Of(caller), assetId, request.Query.TryGetValue("reportId", out var report) ? report.ToString() : null, ct))
                .ToAnswer(asset => JsonAnswer.Ok(TakedownBody.From(asset))),
            ct);
}
