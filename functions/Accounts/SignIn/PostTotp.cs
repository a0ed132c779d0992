using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/totp</c>: a secret for an authenticator app. It counts once a code of it was confirmed.</summary>
public sealed class PostTotp(Viewers viewers, SecondFactor second)
{
    [Function(nameof(PostTotp))]
    [Guarded]
    [ApiBody(typeof(ConfirmBody))]
    [ApiAnswer(200, typeof(TotpEnrolment))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/totp")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<ConfirmBody>(
            request, async (caller, body) => (await second.BeginAsync(caller.UserId, body.Password, ct)).ToAnswer(JsonAnswer.Ok), ct);
}
