using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>GET /organisations/{organisationId}/members</c>: all who belong to an organisation, in the order in which they came, with its ETag.</summary>
public sealed class GetMembers(Viewers viewers, Domain.Accounts.Organisations.Organisations organisations)
{
    [Function(nameof(GetMembers))]
    [ApiAnswer(200, typeof(PageBody<MemberBody>), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "organisations/{organisationId}/members")] HttpRequest request, string organisationId, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller => (await organisations.GetAsync(caller.UserId, organisationId, ct)).ToAnswer(found =>
            {
                var role = found.Value.RoleOf(caller.UserId)!.Value;
                return JsonAnswer.Ok(new PageBody<MemberBody>([.. found.Value.Members.Select(member => MemberBody.From(member, role))], null)).WithETag(found.ETag);
            }),
            ct);
}
