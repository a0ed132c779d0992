using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>PATCH /organisations/{organisationId}/members/{userId}</c>: gives a member another role, which counts from their next request; with <c>If-Match</c> only in the organisation that was read.</summary>
public sealed class PatchMember(Viewers viewers, Members members)
{
    [Function(nameof(PatchMember))]
    [ApiBody(typeof(MemberRoleBody))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(OrganisationBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "organisations/{organisationId}/members/{userId}")] HttpRequest request, string organisationId, string userId, CancellationToken ct) =>
        viewers.HandleAsync<MemberRoleBody>(
            request,
            async (caller, body) => (await members.ChangeAsync(caller.UserId, organisationId, userId, body.Role, EntityTags.IfMatch(request), ct))
                .ToAnswer(changed => JsonAnswer.Ok(OrganisationBody.From(changed.Value, caller.UserId)).WithETag(changed.ETag)),
            ct);
}
