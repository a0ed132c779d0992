using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Http.Limits;

namespace StreamPlatform.Functions.Accounts.Deletion;

/// <summary>
/// <c>POST /organisations/{organisationId}/deletion</c>: an owner deletes an organisation in seven days, with all that is its, unless one of its
/// owners takes it back. It takes their password, or that they signed in less than ten minutes ago; all owners get a letter.
/// </summary>
public sealed class PostOrganisationDeletion(Viewers viewers, OrganisationDeletion deletion)
{
    [Function(nameof(PostOrganisationDeletion))]
    [Guarded]
    [ApiBody(typeof(AskDeletionBody))]
    [ApiAnswer(202, typeof(DeletionBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "organisations/{organisationId}/deletion")] HttpRequest request, string organisationId, CancellationToken ct) =>
        viewers.HandleAsync<AskDeletionBody>(
            request,
            async (caller, body) => (await deletion.AskAsync(caller, organisationId, body.Password, ct))
                .ToAnswer(asked => new JsonAnswer(StatusCodes.Status202Accepted, new DeletionBody(asked.DueAt))),
            ct);
}
