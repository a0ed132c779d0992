using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Organisations;

/// <summary><c>POST /organisations</c>: makes an organisation, whose owner is the caller. Requests are made for it with its id as <c>Account-Id</c>.</summary>
public sealed class PostOrganisation(Creators creators, Domain.Accounts.Organisations.Organisations organisations)
{
    [Function(nameof(PostOrganisation))]
    [ApiBody(typeof(OrganisationNameBody))]
    [ApiConventions(ApiConvention.Once)]
    [ApiAnswer(201, typeof(OrganisationBody), Headers = "Location,ETag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "organisations")] HttpRequest request, CancellationToken ct) =>
        creators.HandleOnceAsync<OrganisationNameBody>(
            request,
            async (caller, body, id) => (await organisations.CreateAsync(caller.UserId, body.Name, id, ct)).ToAnswer(made =>
                new JsonAnswer(StatusCodes.Status201Created, OrganisationBody.From(made.Value, caller.UserId)).WithHeader("Location", $"/api/organisations/{made.Value.Id}").WithETag(made.ETag)),
            ct);
}
