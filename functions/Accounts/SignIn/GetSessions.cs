using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>GET /auth/sessions</c>: where the caller is signed in, newest first. A page may hold fewer than asked for.</summary>
public sealed class GetSessions(Viewers viewers, Users users, Sessions sessions)
{
    [Function(nameof(GetSessions))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<SessionBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "auth/sessions")] HttpRequest request, CancellationToken ct) =>
        viewers.ListAsync(
            request,
            async (caller, page) =>
            {
                var found = await users.FindAsync(caller.UserId, ct) is { } user ? await sessions.ListAsync(user.Value, page, ct) : new([], null);
                return JsonAnswer.Ok(new PageBody<SessionBody>([.. found.Items.Select(session => SessionBody.From(session, caller.CredentialId))], found.Cursor));
            },
            ct);
}
