using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Playback;

namespace StreamPlatform.Functions.Search;

/// <summary><c>GET /playback/{playbackId}/related</c>: public videos like one, for whoever may watch that one.</summary>
public sealed class GetRelated(PlaybackRequests requests, RelatedVideos related, VideoCards cards)
{
    [Function(nameof(GetRelated))]
    [ApiConventions(ApiConvention.Open | ApiConvention.Token)]
    [ApiAnswer(200, typeof(RelatedBody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "playback/{playbackId}/related")] HttpRequest request,
        string playbackId,
        CancellationToken ct)
    {
        var grant = await requests.GrantAsync(request, playbackId, ct);
        return grant.Succeeded
            ? JsonAnswer
                .Ok(new RelatedBody(cards.Of(await related.ExecuteAsync(grant.Value.Asset, RelatedVideos.MaxRelated, ct))))
                .WithHeader("Cache-Control", SearchCaching.Of(grant.Value))
            : ProblemResults.Problem(grant.Error!);
    }
}
