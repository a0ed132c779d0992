using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>GET /organisations/{organisationId}</c>: an organisation, for its members.</summary>
public sealed class GetOneOrganisation(Viewers viewers, Domain.Accounts.Organisations.Organisations organisations)
{
    [Function(nameof(GetOneOrganisation))]
    [ApiAnswer(200, typeof(OrganisationBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "organisations/{organisationId}")] HttpRequest request, string organisationId, CancellationToken ct) =>
        viewers.HandleAsync(
            request,
            async caller => (await organisations.GetAsync(caller.UserId, organisationId, ct))
                .ToAnswer(found => JsonAnswer.Ok(OrganisationBody.From(found.Value, caller.UserId)).WithETag(found.ETag)),
            ct);
}
