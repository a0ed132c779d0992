using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Analytics;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>Reads a question to analytics from a request's query.</summary>
internal static class AnalyticsRequest
{
    private const int MaxMetrics = 500;

    public static Result<AnalyticsQuery> Parse(HttpRequest request, DateTimeOffset now)
    {
        var (grain, by, from, to) = (Word<Grain>(request, "grain"), Word<Breakdown>(request, "by"), Time(request, "from"), Time(request, "to"));
        var (compare, metrics) = (Given(request, "compare"), Given(request, "metrics") ?? "");
        var wrong = grain.Error ?? by.Error ?? from.Error ?? to.Error
            ?? (compare is null or "previous" ? null : AnalyticsErrors.QueryInvalid("compare", "previous"))
            ?? (metrics.Length <= MaxMetrics ? null : AnalyticsErrors.QueryInvalid("metrics", $"at most {MaxMetrics} characters"))
            ?? (Given(request, "format") is null or "json" or "csv" ? null : AnalyticsErrors.QueryInvalid("format", "json or csv"));
        return wrong is not null
            ? wrong
            : AnalyticsQuery.Of(metrics.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), grain.Value, from.Value, to.Value, by.Value, compare is not null, now);
    }

    public static bool WantsCsv(HttpRequest request) => Given(request, "format") == "csv";

    private static Result<T?> Word<T>(HttpRequest request, string name)
        where T : struct, Enum =>
        Given(request, name) is not { } given ? default(T?)
        : given.All(char.IsAsciiLetter) && Enum.TryParse<T>(given, ignoreCase: true, out var value) ? value
        : AnalyticsErrors.QueryInvalid(name, $"one of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}");

    private static Result<DateTimeOffset?> Time(HttpRequest request, string name) =>
        Given(request, name) is not { } given ? default(DateTimeOffset?)
        : DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year is > 2000 and < 3000 ? time.ToUniversalTime()
        : AnalyticsErrors.QueryInvalid(name, "a time such as 2026-03-01T00:00:00Z");

    private static string? Given(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } given ? given : null;
}
