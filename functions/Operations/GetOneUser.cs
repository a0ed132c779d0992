using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Functions.Accounts;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Operations;

/// <summary><c>GET /operations/users/{userId}</c>: who somebody is and what they may do.</summary>
public sealed class GetOneUser(Operators operators, Users users)
{
    [Function(nameof(GetOneUser))]
    [ApiAnswer(200, typeof(UserBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/users/{userId}")] HttpRequest request, string userId, CancellationToken ct) =>
        operators.HandleAsync(
            request,
            async _ => await users.FindAsync(userId, ct) is { } found
                ? JsonAnswer.Ok(UserBody.From(found.Value)).WithETag(found.ETag)
                : ProblemResults.Problem(AccountErrors.UserNotFound()),
            ct);
}
