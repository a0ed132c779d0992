using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>GET /invitations</c>: those for the caller that wait for an answer, the newest first. Who was invited by an address has the letter.</summary>
public sealed class GetReceivedInvitations(Viewers viewers, Invitations invitations)
{
    [Function(nameof(GetReceivedInvitations))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<ReceivedInvitationBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "invitations")] HttpRequest request, CancellationToken ct) =>
        viewers.ListAsync(
            request,
            async (caller, page) =>
            {
                var found = await invitations.ReceivedAsync(caller.UserId, page, ct);
                return JsonAnswer.Ok(new PageBody<ReceivedInvitationBody>([.. found.Items.Select(ReceivedInvitationBody.From)], found.Cursor));
            },
            ct);
}
