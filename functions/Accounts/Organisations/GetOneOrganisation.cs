using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>GET /organisations/{organisationId}</c>: an organisation, for its members.</summary>
public sealed class GetOneOrganisation(Viewers viewers, Domain.Accounts.Organisations.Organisations organisations, AccountDeletions deletions)
{
    [Function(nameof(GetOneOrganisation))]
    [ApiAnswer(200, typeof(OrganisationBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "organisations/{organisationId}")] HttpRequest request, string organisationId, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller =>
            {
                var found = await organisations.GetAsync(caller.UserId, organisationId, ct);
                var due = found.Succeeded ? (await deletions.FindAsync(organisationId, ct))?.DueAt : null;
                return found.ToAnswer(stored => JsonAnswer.Ok(OrganisationBody.From(stored.Value, caller.UserId) with { DeletionDueAt = due }).WithETag(stored.ETag));
            },
            ct);
}
