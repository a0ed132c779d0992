using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Functions.Accounts;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Operations;

/// <summary><c>PATCH /operations/users/{userId}</c>: gives somebody another role, or turns the account off, which ends their sessions, or on. It counts from their next request.</summary>
public sealed class PatchUser(Operators operators, Users users)
{
    [Function(nameof(PatchUser))]
    [ApiBody(typeof(PatchUserBody))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(UserBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "operations/users/{userId}")] HttpRequest request, string userId, CancellationToken ct) =>
        operators.HandleAsync<PatchUserBody>(
            request,
            async (_, body) => (await users.ChangeAsync(
                    userId, user => user.With(body.Role, body.Disabled), EntityTags.IfMatch(request), ct))
                .ToAnswer(stored => JsonAnswer.Ok(UserBody.From(stored.Value)).WithETag(stored.ETag)),
            ct);
}
