using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Functions.Accounts;
using StreamPlatform.Functions.Accounts.SignIn;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Operations;

/// <summary><c>POST /operations/users/find</c>: the user who signed up with an address, which stays out of URLs.</summary>
public sealed class FindUser(Operators operators, People people)
{
    [Function(nameof(FindUser))]
    [ApiBody(typeof(AddressBody))]
    [ApiAnswer(200, typeof(UserBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "operations/users/find")] HttpRequest request, CancellationToken ct) =>
        operators.HandleAsync<AddressBody>(
            request,
            async (_, body) => EmailAddress.Parse(body.Email) is { Succeeded: true, Value: var address } && await people.FindAsync(address, ct) is { } found
                ? JsonAnswer.Ok(UserBody.From(found.Value))
                : ProblemResults.Problem(AccountErrors.UserNotFound()),
            ct);
}
