using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>GET /auth/keys</c>: the public keys of access tokens (RFC 7517), the next one before it signs.</summary>
public sealed class GetIssuerKeys(SignInRequests requests, IAccessTokenIssuer issuer)
{
    [Function(nameof(GetIssuerKeys))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(IssuerKeysBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "auth/keys")] HttpRequest request, CancellationToken ct) =>
        requests.HandleAsync(async () => JsonAnswer.Ok(new IssuerKeysBody(await issuer.KeysAsync(ct))));
}
