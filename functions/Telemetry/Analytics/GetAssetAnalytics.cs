using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary><c>GET /analytics/assets/{assetId}</c>: how a video is watched, for its owner.</summary>
public sealed class GetAssetAnalytics(Creators creators, GetAsset get, AnalyticsAnswers answers)
{
    [Function(nameof(GetAssetAnalytics))]
    [ApiQueries(typeof(AnalyticsQueries))]
    [ApiAnswer(200, typeof(AnalyticsBody), Also = "text/csv")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "analytics/assets/{assetId}")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        creators.HandleAsync(
            request,
            async caller =>
            {
                var found = await get.ExecuteAsync(caller.OwnerId, assetId, ct);
                return found.Succeeded
                    ? await answers.OfAsync(request, [AggregateSubject.Video(assetId)], oneVideo: true, ct)
                    : ProblemResults.Problem(found.Error!);
            },
            ct);
}
