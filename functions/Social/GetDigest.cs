using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social.Digests;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /account/notifications/digest</c>: whether the caller gets a letter a day of new videos and replies.</summary>
public sealed class GetDigest(Viewers people, Digests digests)
{
    [Function(nameof(GetDigest))]
    [ApiAnswer(200, typeof(DigestBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "account/notifications/digest")] HttpRequest request,
        CancellationToken ct) =>
        people.HandleAsync(request, async caller => JsonAnswer.Ok(new DigestBody(await digests.WantsAsync(caller.OwnerId, ct))), ct);
}
