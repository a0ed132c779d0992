using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Profiles;

/// <summary><c>PATCH /me</c>: changes what is given of the caller's profile. A handle that is left stays theirs for 90 days.</summary>
public sealed class PatchMe(Viewers viewers, Domain.Accounts.Profiles.Profiles profiles, MeAnswers answers)
{
    [Function(nameof(PatchMe))]
    [ApiBody(typeof(ProfileChange))]
    [ApiConventions(ApiConvention.IfMatch)]
    [ApiAnswer(200, typeof(MeBody), Headers = "ETag")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "me")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync<ProfileChange>(
            request,
            async (caller, change) => await answers.OfAsync(caller, await profiles.ChangeAsync(caller.UserId, change, EntityTags.IfMatch(request), ct), ct),
            ct);
}
