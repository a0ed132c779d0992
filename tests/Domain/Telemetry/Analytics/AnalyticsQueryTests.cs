using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Analytics;

namespace StreamPlatform.Domain.Tests.Telemetry.Analytics;

public sealed class AnalyticsQueryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    [Fact]
    public void Without_a_wish_it_is_28_days_of_what_creators_ask_for_first()
    {
        var query = Of().Value;

        Assert.Equal(AnalyticsQuery.DefaultMetrics, query.Metrics.Select(metric => metric.Name));
        Assert.Equal((Grain.Day, new DateTimeOffset(2026, 2, 14, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 15, 0, 0, 0, TimeSpan.Zero)), (query.Grain, query.From, query.To));
    }

    [Theory]
    [InlineData(3, Grain.Minute)]
    [InlineData(4, Grain.Hour)]
    [InlineData(96, Grain.Hour)]
    [InlineData(97, Grain.Day)]
    public void Windows_are_as_long_as_the_time_asks_for(int hours, Grain grain) => Assert.Equal(grain, Of(from: Now.AddHours(-hours)).Value.Grain);

    [Fact]
    public void Times_are_rounded_outwards_to_whole_windows_and_the_time_before_is_as_long()
    {
        var query = Of(from: Now.AddHours(-2), grain: Grain.Hour, compare: true).Value;

        Assert.Equal((Now.AddMinutes(-9).AddSeconds(-26).AddHours(-2), Now.AddMinutes(-9).AddSeconds(-26).AddHours(1)), (query.From, query.To));
        Assert.Equal((query.From.AddHours(-3), query.From, false), (query.Before().From, query.Before().To, query.Before().Compare));
    }

    [Fact]
    public void What_there_is_not_is_refused_with_what_there_is()
    {
        Assert.Contains("uniqueViewers", Refused(Of("likes")), StringComparison.Ordinal);
        Assert.Contains("from", Refused(Of(from: Now, to: Now)), StringComparison.Ordinal);
        Assert.Contains("by", Refused(Of(from: Now.AddHours(-1), by: Breakdown.Country)), StringComparison.Ordinal);
        Assert.Contains("1500", Refused(Of(from: Now.AddDays(-2), grain: Grain.Minute)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_metric_has_a_name_a_unit_and_a_meaning_of_its_own()
    {
        Assert.Equal(AnalyticsMetrics.All.Count, AnalyticsMetrics.All.Select(metric => metric.Name.ToUpperInvariant()).Distinct().Count());
        Assert.All(AnalyticsMetrics.All, metric => Assert.True(metric.Unit.Length > 0 && metric.Meaning.EndsWith('.')));
    }

    private static string Refused(Result<AnalyticsQuery> result)
    {
        Assert.Equal("analytics.query_invalid", result.Error!.Code);
        return result.Error.Message;
    }

    private static Result<AnalyticsQuery> Of(
        string? metrics = null, Grain? grain = null, DateTimeOffset? from = null, DateTimeOffset? to = null, Breakdown? by = null, bool compare = false) =>
        AnalyticsQuery.Of(metrics?.Split(',') ?? [], grain, from, to, by, compare, Now);
}
