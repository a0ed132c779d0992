using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary><c>GET /operations/analytics</c>: how all videos are watched, for those who run the installation.</summary>
public sealed class GetPlatformAnalytics(Operators operators, AnalyticsAnswers answers)
{
    [Function(nameof(GetPlatformAnalytics))]
    [ApiQueries(typeof(AnalyticsQueries))]
    [ApiAnswer(200, typeof(AnalyticsBody), Also = "text/csv")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/analytics")] HttpRequest request,
        CancellationToken ct) =>
        operators.HandleAsync(request, _ => answers.OfAsync(request, [AggregateSubject.Platform], oneVideo: false, ct), ct);
}
