using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/totp/confirm</c>: with a first code of the app, codes are asked for at sign-in. The answer has ten recovery codes.</summary>
public sealed class PostTotpConfirm(Viewers viewers, SecondFactor second)
{
    [Function(nameof(PostTotpConfirm))]
    [Guarded]
    [ApiBody(typeof(CodeBody))]
    [ApiAnswer(200, typeof(RecoveryBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/totp/confirm")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<CodeBody>(
            request,
            async (caller, body) => (await second.ConfirmAsync(caller.UserId, body.Code, ct)).ToAnswer(codes => JsonAnswer.Ok(new RecoveryBody(codes))),
            ct);
}
