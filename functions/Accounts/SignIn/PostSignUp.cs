using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary>
/// <c>POST /auth/sign-up</c>: sends a letter to the address, with a link by which its owner chooses a password. The answer is the same for an
/// address that has an account.
/// </summary>
public sealed class PostSignUp(SignInRequests requests, SignUp signUp)
{
    [Function(nameof(PostSignUp))]
    [Guarded]
    [ApiBody(typeof(AddressBody))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(202)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/sign-up")] HttpRequest request, CancellationToken ct) =>
        requests.HandleAsync<AddressBody>(
            request, async body => (await signUp.BeginAsync(body.Email, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status202Accepted)), ct);
}
