using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Deletion;

/// <summary><c>DELETE /organisations/{organisationId}/deletion</c>: an owner keeps the organisation; may be repeated.</summary>
public sealed class DeleteOrganisationDeletion(Viewers viewers, OrganisationDeletion deletion)
{
    [Function(nameof(DeleteOrganisationDeletion))]
    [ApiAnswer(204)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "organisations/{organisationId}/deletion")] HttpRequest request, string organisationId, CancellationToken ct) =>
        viewers.HandleAsync(
            request, async caller => (await deletion.CancelAsync(caller, organisationId, ct)).ToAnswer(_ => new JsonAnswer(StatusCodes.Status204NoContent)), ct);
}
