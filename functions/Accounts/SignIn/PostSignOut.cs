using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/sign-out</c>: ends the session of the refresh token. Its access token counts until it expires, some minutes at most.</summary>
public sealed class PostSignOut(SignInRequests requests, Sessions sessions)
{
    [Function(nameof(PostSignOut))]
    [ApiBody(typeof(RefreshBody))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/sign-out")] HttpRequest request, CancellationToken ct) =>
        requests.HandleAsync<RefreshBody>(
            request,
            async body =>
            {
                await sessions.EndAsync(body.RefreshToken, ct);
                return new JsonAnswer(StatusCodes.Status204NoContent);
            },
            ct);
}
