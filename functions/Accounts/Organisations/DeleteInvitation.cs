using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>DELETE /organisations/{organisationId}/invitations/{invitationId}</c>: takes an invitation back that waits for an answer, by its admins.</summary>
public sealed class DeleteInvitation(Viewers viewers, Invitations invitations)
{
    [Function(nameof(DeleteInvitation))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "organisations/{organisationId}/invitations/{invitationId}")] HttpRequest request, string organisationId, string invitationId, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller => (await invitations.WithdrawAsync(caller.UserId, organisationId, invitationId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)),
            ct);
}
