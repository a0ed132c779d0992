using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social.Digests;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>PUT /account/notifications/digest</c>: the caller wants a letter a day of new videos and replies, or none any more. Nobody gets any who did not ask for it.</summary>
public sealed class PutDigest(Viewers people, Digests digests)
{
    [Function(nameof(PutDigest))]
    [ApiBody(typeof(DigestBody))]
    [ApiAnswer(200, typeof(DigestBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "account/notifications/digest")] HttpRequest request,
        CancellationToken ct) =>
        people.HandleAsync<DigestBody>(
            request,
            async (caller, body) => (await digests.SetAsync(caller.OwnerId, body.Wanted, ct)).ToAnswer(wanted => JsonAnswer.Ok(new DigestBody(wanted))),
            ct);
}
