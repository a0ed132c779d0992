using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Profiles;

/// <summary><c>GET /people/{person}</c>: somebody's profile by their id or handle, with its <c>@</c> or without, for anybody.</summary>
public sealed class GetPerson(Domain.Accounts.Profiles.Profiles profiles, PublicLinks links)
{
    [Function(nameof(GetPerson))]
    [ApiConventions(ApiConvention.Open)]
    [ApiAnswer(200, typeof(PersonBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "people/{personId}")] HttpRequest request, string personId, CancellationToken ct) =>
        (await profiles.FindAsync(personId, ct)).ToAnswer(profile => JsonAnswer.Ok(PersonBody.From(profile, links)));
}
