using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/totp/end</c>: takes the second factor away, for who has both.</summary>
public sealed class PostTotpEnd(Viewers viewers, SecondFactor second)
{
    [Function(nameof(PostTotpEnd))]
    [Guarded]
    [ApiBody(typeof(ConfirmBody))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/totp/end")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<ConfirmBody>(
            request,
            async (caller, body) => (await second.EndAsync(caller.UserId, body.Password, body.Code, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)),
            ct);
}
