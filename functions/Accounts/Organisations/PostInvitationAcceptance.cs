using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>POST /invitations/accept</c>: makes the caller a member, by the <c>token</c> of the letter or the <c>invitationId</c> of one that they received.</summary>
public sealed class PostInvitationAcceptance(Viewers viewers, Invitations invitations)
{
    [Function(nameof(PostInvitationAcceptance))]
    [ApiBody(typeof(InvitationAnswer))]
    [ApiAnswer(200, typeof(OrganisationBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "invitations/accept")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<InvitationAnswer>(
            request,
            async (caller, body) => (await invitations.AcceptAsync(caller.UserId, body, ct))
                .ToAnswer(joined => JsonAnswer.Ok(OrganisationBody.From(joined.Value, caller.UserId)).WithETag(joined.ETag)),
            ct);
}
