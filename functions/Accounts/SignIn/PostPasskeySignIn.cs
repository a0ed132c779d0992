using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/passkeys/sign-in</c>: begins to sign in with a passkey, whosever it may be.</summary>
public sealed class PostPasskeySignIn(SignInRequests requests, Passkeys passkeys)
{
    [Function(nameof(PostPasskeySignIn))]
    [Guarded]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(BegunPasskeySignInBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/passkeys/sign-in")] HttpRequest request, CancellationToken ct) =>
        requests.HandleAsync(async () =>
        {
            var (ceremony, options) = await passkeys.BeginSignInAsync(ct);
            return JsonAnswer.Ok(new BegunPasskeySignInBody(ceremony, options));
        });
}
