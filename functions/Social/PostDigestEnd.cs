using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Social.Digests;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary>
/// <c>POST /digests/{personId}/{secret}</c>: ends somebody's letters of what is new, as mail programs do with one click (RFC 8058). The answer is
/// the same of a link that there never was.
/// </summary>
public sealed class PostDigestEnd(Digests digests)
{
    [Function(nameof(PostDigestEnd))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, ContentType = "text/html")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "digests/{personId}/{secret}")] HttpRequest request, string personId, string secret, CancellationToken ct)
    {
        await digests.EndAsync(personId, secret, ct);
        return DigestPage.Ended;
    }
}
