using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Telemetry.Analytics;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>Reads which days, in UTC, a request asks for: <c>from</c> and <c>to</c> are times within the first and the last.</summary>
internal static class DaysQuery
{
    /// <returns>The beginning of the first day, and how many there are; <c>analytics.query_invalid</c>.</returns>
    /// <param name="usual">How many days up to today where nothing is said.</param>
    public static Result<(DateTimeOffset From, int Days)> Parse(HttpRequest request, DateTimeOffset now, int usual, int most)
    {
        var choices = new QueryChoices(request, AnalyticsErrors.QueryInvalid);
        var (from, to) = (choices.Time("from"), choices.Time("to"));
        if ((from.Error ?? to.Error) is { } wrong)
            return wrong;
        if (IsOutside(from.Value) || IsOutside(to.Value))
            return AnalyticsErrors.QueryInvalid(IsOutside(from.Value) ? "from" : "to", "a time of this millennium");
        var last = DayOf(to.Value ?? now);
        var first = from.Value is { } asked ? DayOf(asked) : last.AddDays(1 - usual);
        var days = (int)(last - first).TotalDays + 1;
        return days >= 1 && days <= most ? (first, days) : AnalyticsErrors.QueryInvalid("from", FormattableString.Invariant($"before to, by less than {most} days"));
    }

    private static bool IsOutside(DateTimeOffset? time) => time is { Year: < 2001 or > 2999 };

    private static DateTimeOffset DayOf(DateTimeOffset time) => new(time.UtcDateTime.Date, TimeSpan.Zero);
}
