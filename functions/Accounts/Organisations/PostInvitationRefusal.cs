using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>POST /invitations/decline</c>: says no, by the <c>token</c> of the letter or the <c>invitationId</c> of one that the caller received.</summary>
public sealed class PostInvitationRefusal(Viewers viewers, Invitations invitations)
{
    [Function(nameof(PostInvitationRefusal))]
    [ApiBody(typeof(InvitationAnswer))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "invitations/decline")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<InvitationAnswer>(
            request,
            async (caller, body) => (await invitations.DeclineAsync(caller.UserId, body, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)),
            ct);
}
