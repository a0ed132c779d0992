using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Social;

/// <summary><c>GET /digests/{personId}/{secret}</c>: the page that a letter's link leads to. It changes nothing.</summary>
public sealed class GetDigestEnd
{
    [Function(nameof(GetDigestEnd))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, ContentType = "text/html")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "digests/{personId}/{secret}")] HttpRequest request, string personId, string secret) => DigestPage.Ask;
}
