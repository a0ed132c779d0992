using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>DELETE /auth/sessions/{sessionId}</c>: ends one of the caller's sessions.</summary>
public sealed class DeleteSession(Viewers viewers, Sessions sessions)
{
    [Function(nameof(DeleteSession))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "auth/sessions/{sessionId}")] HttpRequest request, string sessionId, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller =>
            {
                await sessions.EndAsync(caller.UserId, sessionId, ct);
                return new JsonAnswer(StatusCodes.Status204NoContent);
            },
            ct);
}
