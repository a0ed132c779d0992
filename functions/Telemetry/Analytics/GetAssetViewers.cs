using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Presence;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>
/// <c>GET /analytics/assets/{assetId}/viewers</c>: who watches a video now and watched within the last hour, for its owner. With
/// <c>Accept: text/event-stream</c> as events called <c>viewers</c>, one whenever it changes, for up to 220 seconds.
/// </summary>
public sealed class GetAssetViewers(ViewerAnswers answers, GetAsset get)
{
    [Function(nameof(GetAssetViewers))]
    [ApiAnswer(200, typeof(ViewersPresent), Also = "text/event-stream")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "analytics/assets/{assetId}/viewers")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        answers.OfAsync(
            request,
            Role.Creator,
            async caller => (await get.ExecuteAsync(caller.OwnerId, assetId, ct)).Match<Result<AggregateSubject[]>>(_ => new[] { AggregateSubject.Video(assetId) }, error => error),
            ct);
}
