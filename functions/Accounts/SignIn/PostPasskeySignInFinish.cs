using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/passkeys/sign-in/finish</c>: the authenticator's answer signs its owner in, without password or code.</summary>
public sealed class PostPasskeySignInFinish(SignInRequests requests, Passkeys passkeys)
{
    [Function(nameof(PostPasskeySignInFinish))]
    [ApiBody(typeof(FinishPasskeySignInBody))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(SignedIn))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/passkeys/sign-in/finish")] HttpRequest request, CancellationToken ct) =>
        requests.HandleAsync<FinishPasskeySignInBody>(
            request, async body => (await passkeys.FinishSignInAsync(body.Ceremony, body.Credential, SignInRequests.DeviceOf(request), ct)).ToAnswer(JsonAnswer.Ok), ct);
}
