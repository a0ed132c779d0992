using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Operations;

/// <summary><c>PATCH /operations/organisations/{organisationId}</c>: turns an organisation off, for which nobody acts then, its API tokens neither, or on again. It counts from the next request.</summary>
public sealed class PatchOrganisationState(Operators operators, Domain.Accounts.Organisations.Organisations organisations)
{
    [Function(nameof(PatchOrganisationState))]
    [ApiBody(typeof(PatchOrganisationStateBody))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(OrganisationBody), Headers = "ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "operations/organisations/{organisationId}")] HttpRequest request, string organisationId, CancellationToken ct) =>
        operators.HandleAsync<PatchOrganisationStateBody>(
            request,
            async (caller, body) => (await organisations.ChangeAsync(organisationId, found => found with { Disabled = body.Disabled }, EntityTags.IfMatch(request), ct))
                .ToAnswer(changed => JsonAnswer.Ok(OrganisationBody.From(changed.Value, caller.UserId)).WithETag(changed.ETag)),
            ct);
}
