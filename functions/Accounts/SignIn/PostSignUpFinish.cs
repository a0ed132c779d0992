using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/sign-up/finish</c>: whoever has the letter chooses a password, has an account, and is signed in.</summary>
public sealed class PostSignUpFinish(SignInRequests requests, SignUp signUp)
{
    [Function(nameof(PostSignUpFinish))]
    [Guarded]
    [ApiBody(typeof(FinishBody))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(201, typeof(SignedIn))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/sign-up/finish")] HttpRequest request, CancellationToken ct) =>
        requests.HandleAsync<FinishBody>(
            request,
            async body => (await signUp.FinishAsync(body.Token, body.Password, SignInRequests.DeviceOf(request), ct))
                .ToAnswer(signedIn => new JsonAnswer(StatusCodes.Status201Created, signedIn)),
            ct);
}
