using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>GET /auth/.well-known/openid-configuration</c>: the installation as an issuer, for services that check its access tokens.</summary>
public sealed class GetIssuer(SignInRequests requests, IAccessTokenIssuer issuer)
{
    [Function(nameof(GetIssuer))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(IssuerBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "auth/.well-known/openid-configuration")] HttpRequest request) =>
        requests.HandleAsync(() => Task.FromResult(JsonAnswer.Ok(new IssuerBody(issuer.Name, $"{issuer.Name}/keys", [], ["public"], ["RS256"]))));
}
