using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>GET /organisations</c>: those that the caller is a member of, the newest membership first.</summary>
public sealed class GetOrganisations(Viewers viewers, Domain.Accounts.Organisations.Organisations organisations)
{
    [Function(nameof(GetOrganisations))]
    [ApiConventions(ApiConvention.Page)]
    [ApiAnswer(200, typeof(PageBody<OrganisationBody>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "organisations")] HttpRequest request, CancellationToken ct) =>
        viewers.ListAsync(
            request,
            async (caller, page) =>
            {
                var found = await organisations.ListAsync(caller.UserId, page, ct);
                return JsonAnswer.Ok(new PageBody<OrganisationBody>([.. found.Items.Select(organisation => OrganisationBody.From(organisation, caller.UserId))], found.Cursor));
            },
            ct);
}
