using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Takedowns;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary>
/// <c>POST /assets/{assetId}/takedown</c>: a moderator takes an asset down, whoever's it is: from then on it plays for nobody and is found by
/// nobody. Its owner is told why, and can appeal and delete it. Done again it is the same, with another reason or note it says that.
/// </summary>
public sealed class PostTakedown(Moderators moderators, Takedowns takedowns)
{
    [Function(nameof(PostTakedown))]
    [ApiBody(typeof(NewTakedownBody))]
    [ApiAnswer(200, typeof(TakedownBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "assets/{assetId}/takedown")] HttpRequest request, string assetId, CancellationToken ct) =>
        moderators.HandleAsync<NewTakedownBody>(
            request,
            async (caller, body) => (await takedowns.TakeDownAsync(Person.Of(caller), assetId, new NewTakedown(body.Reason, body.Note, body.ReportId), ct))
                .ToAnswer(asset => JsonAnswer.Ok(TakedownBody.From(asset))),
            ct);
}
