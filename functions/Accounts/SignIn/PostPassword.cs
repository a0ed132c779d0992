using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/password</c>: another password for whoever knows the current one. It ends all sessions and opens one for the caller.</summary>
public sealed class PostPassword(Viewers viewers, PasswordChange change)
{
    [Function(nameof(PostPassword))]
    [Guarded]
    [ApiBody(typeof(PasswordBody))]
    [ApiAnswer(200, typeof(SignedIn))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/password")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<PasswordBody>(
            request,
            async (caller, body) => (await change.ExecuteAsync(caller.UserId, body.CurrentPassword, body.NewPassword, SignInRequests.DeviceOf(request), ct))
                .ToAnswer(JsonAnswer.Ok),
            ct);
}
