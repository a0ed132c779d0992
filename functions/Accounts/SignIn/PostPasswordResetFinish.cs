using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/password-reset/finish</c>: whoever has the letter chooses another password. It ends all sessions; sign in with it.</summary>
public sealed class PostPasswordResetFinish(SignInRequests requests, PasswordReset reset)
{
    [Function(nameof(PostPasswordResetFinish))]
    [Guarded]
    [ApiBody(typeof(FinishBody))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/password-reset/finish")] HttpRequest request, CancellationToken ct) =>
        requests.HandleAsync<FinishBody>(
            request, async body => (await reset.FinishAsync(body.Token, body.Password, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)), ct);
}
