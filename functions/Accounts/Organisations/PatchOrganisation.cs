using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>PATCH /organisations/{organisationId}</c>: gives an organisation another name, by its admins.</summary>
public sealed class PatchOrganisation(Viewers viewers, Domain.Accounts.Organisations.Organisations organisations)
{
    [Function(nameof(PatchOrganisation))]
    [ApiBody(typeof(OrganisationNameBody))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(OrganisationBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "organisations/{organisationId}")] HttpRequest request, string organisationId, CancellationToken ct) =>
        viewers.HandleAsync<OrganisationNameBody>(
            request,
            async (caller, body) => (await organisations.RenameAsync(caller.UserId, organisationId, body.Name, EntityTags.IfMatch(request), ct))
                .ToAnswer(changed => JsonAnswer.Ok(OrganisationBody.From(changed.Value, caller.UserId)).WithETag(changed.ETag)),
            ct);
}
