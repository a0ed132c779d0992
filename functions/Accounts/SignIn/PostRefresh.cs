using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/refresh</c>: the next access token and the next refresh token. Each refresh token counts once: one that comes again ends the session.</summary>
public sealed class PostRefresh(SignInRequests requests, Sessions sessions)
{
    [Function(nameof(PostRefresh))]
    [ApiBody(typeof(RefreshBody))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(SignedIn))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/refresh")] HttpRequest request, CancellationToken ct) =>
        requests.HandleAsync<RefreshBody>(request, async body => (await sessions.RefreshAsync(body.RefreshToken, ct)).ToAnswer(JsonAnswer.Ok), ct);
}
