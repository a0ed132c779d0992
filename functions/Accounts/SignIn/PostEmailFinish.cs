using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/email/finish</c>: whoever has the letter confirms the address, by which its owner signs in from now on. It ends all sessions.</summary>
public sealed class PostEmailFinish(SignInRequests requests, EmailChange change)
{
    [Function(nameof(PostEmailFinish))]
    [Guarded]
    [ApiBody(typeof(EmailFinishBody))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/email/finish")] HttpRequest request, CancellationToken ct) =>
        requests.HandleAsync<EmailFinishBody>(
            request, async body => (await change.FinishAsync(body.Token, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)), ct);
}
