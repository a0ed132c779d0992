using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Analytics;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>Reads a question to analytics from a request's query.</summary>
internal static class AnalyticsRequest
{
    private const int MaxMetrics = 500;

    public static Result<AnalyticsQuery> Parse(HttpRequest request, DateTimeOffset now)
    {
        var choices = new QueryChoices(request, AnalyticsErrors.QueryInvalid);
        var (grain, by, from, to) = (choices.Word<Grain>("grain"), choices.Word<Breakdown>("by"), choices.Time("from"), choices.Time("to"));
        var (compare, metrics) = (choices.Given("compare"), choices.Given("metrics") ?? "");
        var wrong = grain.Error ?? by.Error ?? from.Error ?? to.Error
            ?? (compare is null or "previous" ? null : AnalyticsErrors.QueryInvalid("compare", "previous"))
            ?? (metrics.Length <= MaxMetrics ? null : AnalyticsErrors.QueryInvalid("metrics", $"at most {MaxMetrics} characters"))
            ?? (choices.Given("format") is null or "json" or "csv" ? null : AnalyticsErrors.QueryInvalid("format", "json or csv"));
        return wrong is not null
            ? wrong
            : AnalyticsQuery.Of(metrics.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), grain.Value, from.Value, to.Value, by.Value, compare is not null, now);
    }

    public static bool WantsCsv(HttpRequest request) => request.Query["format"] == "csv";
}
