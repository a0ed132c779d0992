using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>GET /organisations/{organisationId}/invitations</c>: whom an organisation asked in within a week and what they answered, the newest first, for its admins.</summary>
public sealed class GetInvitations(Viewers viewers, Invitations invitations)
{
    [Function(nameof(GetInvitations))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<InvitationBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "organisations/{organisationId}/invitations")] HttpRequest request, string organisationId, CancellationToken ct) =>
        viewers.ListAsync(
            request,
            async (caller, page) => (await invitations.ListAsync(caller.UserId, organisationId, page, ct))
                .ToAnswer(found => JsonAnswer.Ok(new PageBody<InvitationBody>([.. found.Items.Select(InvitationBody.From)], found.Cursor))),
            ct);
}
