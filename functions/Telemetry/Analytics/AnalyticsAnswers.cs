using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Analytics;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>Answers what a request asks of subjects that its caller may see, as JSON or as CSV.</summary>
public sealed class AnalyticsAnswers(ReadAnalytics read, TimeProvider clock)
{
    public async Task<JsonAnswer> OfAsync(HttpRequest request, IReadOnlyList<AggregateSubject> subjects, bool oneVideo, CancellationToken ct)
    {
        var query = AnalyticsRequest.Parse(request, clock.GetUtcNow());
        if (!query.Succeeded)
            return ProblemResults.Problem(query.Error!);
        return Of(request, AnalyticsBody.Of(await read.ExecuteAsync(subjects, query.Value, ct), oneVideo));
    }

    internal static JsonAnswer Of(HttpRequest request, AnalyticsBody body) => AnalyticsRequest.WantsCsv(request)
        ? new JsonAnswer(StatusCodes.Status200OK, AnalyticsCsv.Of(body), AnalyticsCsv.ContentType).WithHeader("Content-Disposition", "attachment; filename=\"analytics.csv\"")
        : JsonAnswer.Ok(body);
}
