using Microsoft.AspNetCore.Http;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Accounts.Profiles;

/// <summary><c>GET /me</c>: the caller's profile, preferences and privacy, with its ETag once there is any of it.</summary>
public sealed class GetMe(Viewers viewers, Domain.Accounts.Profiles.Profiles profiles, MeAnswers answers)
{
    [Function(nameof(GetMe))]
    [ApiAnswer(200, typeof(MeBody), Headers = "ETag")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "me")] HttpRequest request, CancellationToken ct) =>
        viewers.HandleAsync(request, async caller => await answers.OfAsync(caller, await profiles.FindOwnAsync(caller.UserId, ct), ct), ct);
}
