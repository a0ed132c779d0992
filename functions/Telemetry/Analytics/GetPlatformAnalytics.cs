using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary><c>GET /operations/analytics</c>: how all videos are watched, for those who run the installation.</summary>
public sealed class GetPlatformAnalytics(Operators operators, AnalyticsAnswers answers)
{
    [Function(nameof(GetPlatformAnalytics))]
    [ApiQuery("metrics", typeof(string), "Names of metrics, with commas between them; views, uniqueViewers, watchTime and averageViewDuration unless said otherwise.")]
    [ApiQuery("from", typeof(DateTimeOffset), "From then on; 28 days before the end unless said otherwise.")]
    [ApiQuery("to", typeof(DateTimeOffset), "Until then; now unless said otherwise.")]
    [ApiQuery("grain", typeof(Grain), "How long each window is; by the length of time unless said otherwise. Minutes are kept for 48 hours, hours for 90 days.")]
    [ApiQuery("by", typeof(Breakdown), "What to break the whole down by; not with windows of a minute.")]
    [ApiQuery("compare", typeof(string), "previous: the totals of as long a time just before too.")]
    [ApiQuery("format", typeof(string), "json, or csv: the breakdown's rows where there is one, else the series.")]
    [ApiAnswer(200, typeof(AnalyticsBody))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "operations/analytics")] HttpRequest request,
        CancellationToken ct) =>
        operators.HandleAsync(request, _ => answers.OfAsync(request, [AggregateSubject.Platform], oneVideo: false, ct), ct);
}
