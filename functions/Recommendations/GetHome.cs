using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Recommendations.Home;
using StreamPlatform.Domain.Social;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Playback;

namespace StreamPlatform.Functions.Recommendations;

/// <summary><c>GET /home</c>: what trends and what is new where the viewer is; of who has signed in also what they subscribe to and like, without what they know.</summary>
public sealed class GetHome(ReadHome home, RecommendedAnswers answers, CallerAuthentication authentication, PlaybackOptions options)
{
    [Function(nameof(GetHome))]
    [ApiConventions(ApiConvention.Page | ApiConvention.Open)]
    [ApiAnswer(200, typeof(HomeBody), Headers = "ETag")]
    [ApiAnswer(304, Headers = "ETag")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "home")] HttpRequest request, CancellationToken ct)
    {
        var page = FeedQuery.PageOf(request);
        if (!page.Succeeded)
        {
            return ProblemResults.Problem(page.Error!);
        }

        var caller = await authentication.AuthenticateAsync(request, Role.Viewer, ct);
        var person = caller.Succeeded ? Person.Of(caller.Value) : null;
        return await FeedQuery.GuardAsync(async () => answers.HomeOf(
            request, await home.ExecuteAsync(person, ViewerPlaces.CountryOf(request, options), page.Value, ct), person is not null));
    }
}
