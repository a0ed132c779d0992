using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.SignIn;

/// <summary><c>POST /auth/password-reset</c>: sends a letter to the address, with a link to choose another password. The answer is the same for an address that has no account.</summary>
public sealed class PostPasswordReset(SignInRequests requests, PasswordReset reset)
{
    [Function(nameof(PostPasswordReset))]
    [Guarded]
    [ApiBody(typeof(AddressBody))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(202)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/password-reset")] HttpRequest request, CancellationToken ct) =>
        requests.HandleAsync<AddressBody>(
            request, async body => (await reset.BeginAsync(body.Email, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status202Accepted)), ct);
}
