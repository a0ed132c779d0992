using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>
/// <c>POST /auth/email</c>: another address for the caller, who knows the password: a letter with a link goes to it, and one that tells of it to
/// the address they have. The answer is the same for an address that has an account.
/// </summary>
public sealed class PostEmail(Viewers viewers, EmailChange change)
{
    [Function(nameof(PostEmail))]
    [Guarded]
    [ApiBody(typeof(EmailBody))]
    [ApiAnswer(202)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/email")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<EmailBody>(
            request,
            async (caller, body) => (await change.BeginAsync(caller.UserId, body.Email, body.Password, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status202Accepted)),
            ct);
}
