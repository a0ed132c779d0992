using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Functions.Http.Api;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>What can be asked of analytics, whatever they are of; read by <see cref="AnalyticsRequest"/>.</summary>
public sealed class AnalyticsQueries : IApiQueries
{
    public IReadOnlyList<ApiQueryAttribute> All { get; } =
    [
        new("metrics", typeof(string), "Names of metrics, with commas between them; views, uniqueViewers, watchTime and averageViewDuration unless said otherwise."),
        new("from", typeof(DateTimeOffset), "From then on; 28 days before the end unless said otherwise."),
        new("to", typeof(DateTimeOffset), "Until then; now unless said otherwise."),
        new("grain", typeof(Grain), "How long each window is; by the length of time unless said otherwise. Minutes are kept for 48 hours, hours for 90 days."),
        new("by", typeof(Breakdown), "What to break the whole down by; not with windows of a minute."),
        new("compare", typeof(string), "previous: the totals of as long a time just before too."),
        new("format", typeof(string), "json, or csv: the breakdown's rows where there is one, else the series."),
    ];
}
