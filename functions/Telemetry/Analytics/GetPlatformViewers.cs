using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Presence;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>
/// <c>GET /operations/analytics/viewers</c>: who watches now and watched within the last hour, any video or the one asked for, for those who run
/// the installation. With <c>Accept: text/event-stream</c> as events called <c>viewers</c>, one whenever it changes, for up to 220 seconds.
/// </summary>
public sealed class GetPlatformViewers(ViewerAnswers answers)
{
    [Function(nameof(GetPlatformViewers))]
    [ApiQuery("assetId", typeof(string), "Of this video alone.")]
    [ApiAnswer(200, typeof(ViewersPresent), Also = "text/event-stream")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/analytics/viewers")] HttpRequest request,
        CancellationToken ct) =>
        answers.OfAsync(request, Role.Operator, _ => Task.FromResult(SubjectsOf(request.Query["assetId"].ToString())), ct);

    private static Result<AggregateSubject[]> SubjectsOf(string assetId) =>
        assetId.Length == 0 ? new[] { AggregateSubject.Platform }
        : OpaqueId.IsValid(assetId, AssetIds.Prefix) ? new[] { AggregateSubject.Video(assetId) }
        : AssetErrors.NotFound(assetId);
}
