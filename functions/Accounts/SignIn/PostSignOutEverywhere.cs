using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/sign-out-everywhere</c>: ends all of the caller's sessions at once, access tokens included.</summary>
public sealed class PostSignOutEverywhere(Viewers viewers, Users users)
{
    [Function(nameof(PostSignOutEverywhere))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/sign-out-everywhere")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync(
            request, async caller => (await users.EndSessionsAsync(caller.UserId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)), ct);
}
