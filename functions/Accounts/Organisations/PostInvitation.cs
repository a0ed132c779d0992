using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>POST /organisations/{organisationId}/invitations</c>: asks an address, by a letter, or a user to join, as a viewer unless said otherwise. It counts once, for a week.</summary>
public sealed class PostInvitation(Viewers viewers, Invitations invitations)
{
    [Function(nameof(PostInvitation))]
    [Guarded]
    [ApiBody(typeof(Invitee))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(201, typeof(InvitationBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "organisations/{organisationId}/invitations")] HttpRequest request, string organisationId, CancellationToken ct) =>
        viewers.HandleOnceAsync<Invitee>(
            request,
            async (caller, body, id) => (await invitations.InviteAsync(caller.UserId, organisationId, body, id, ct))
                .ToAnswer(made => new JsonAnswer(StatusCodes.Status201Created, InvitationBody.From(made))),
            ct);
}
