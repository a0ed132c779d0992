using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>GET /auth/totp</c>: whether the caller's account asks for codes of an authenticator app, and how many recovery codes are left.</summary>
public sealed class GetTotp(Viewers viewers, SecondFactor second)
{
    [Function(nameof(GetTotp))]
    [ApiAnswer(200, typeof(SecondFactorBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "auth/totp")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller =>
            {
                var left = await second.RecoveryCodesLeftAsync(caller.UserId, ct);
                return JsonAnswer.Ok(new SecondFactorBody(left is not null, left));
            },
            ct);
}
