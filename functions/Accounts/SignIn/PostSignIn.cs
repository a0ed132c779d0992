using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/sign-in</c>: an access token and a refresh token for an address and its password. After five wrong tries the address waits, longer each time.</summary>
public sealed class PostSignIn(SignInRequests requests, PasswordSignIn signIn)
{
    [Function(nameof(PostSignIn))]
    [Guarded]
    [ApiBody(typeof(SignInBody))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(SignedIn))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/sign-in")] HttpRequest request, CancellationToken ct) =>
        requests.HandleAsync<SignInBody>(
            request,
            async body => (await signIn.ExecuteAsync(body.Email, body.Password, body.Code, SignInRequests.DeviceOf(request), ct)).ToAnswer(JsonAnswer.Ok),
            ct);
}
