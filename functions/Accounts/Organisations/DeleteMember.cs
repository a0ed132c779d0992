using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>DELETE /organisations/{organisationId}/members/{userId}</c>: takes a member out, from their next request on; oneself, to leave.</summary>
public sealed class DeleteMember(Viewers viewers, Members members)
{
    [Function(nameof(DeleteMember))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "organisations/{organisationId}/members/{userId}")] HttpRequest request, string organisationId, string userId, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller => (await members.RemoveAsync(caller.UserId, organisationId, userId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)),
            ct);
}
