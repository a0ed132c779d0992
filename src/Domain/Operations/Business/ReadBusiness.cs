using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Operations.Business;

/// <summary>Tells how the platform does as a whole, from what is kept of each day.</summary>
public sealed class ReadBusiness(Aggregates aggregates, CatalogDays catalog, Uptime uptime)
{
    /// <summary>Most days at once.</summary>
    public const int MostDays = 366;

    private const int Month = 30;

    /// <param name="from">The beginning of the first day, in UTC.</param>
    /// <param name="compare">The days just before, as many, are told of too.</param>
    public async Task<BusinessReport> ReadAsync(DateTimeOffset from, int days, bool compare, CancellationToken ct)
    {
        var before = compare ? days : 0;
        var (first, all) = (from.AddDays(-before), days + before);
        var lead = first.AddDays(1 - Month);
        var watched = (await aggregates.ReadAsync(AggregateSubject.Platform, Grain.Day, lead, first.AddDays(all), ct)).ToDictionary(window => window.Start);
        var facts = await catalog.ReadAsync(first, all, ct);
        var looks = await uptime.ReadAsync(first, all, ct);

        return new BusinessReport(
            from,
            ValuesOf(Of(before, days)),
            [.. Enumerable.Range(before, days).Select(day => (first.AddDays(day), ValuesOf(Of(day, 1))))],
            compare ? ValuesOf(Of(0, days)) : null);

        BusinessPeriod Of(int start, int count)
        {
            var (whole, month, sum, up, viewerDays) = (new WindowAggregate(Grain.Day, first.AddDays(start)), new HyperLogLog(), new CatalogDay("", 0, 0, 0), default(Availability), 0L);
            for (var day = start; day < start + count; day++)
            {
                sum = sum with { Uploads = sum.Uploads + facts[day].Uploads, UploadedSeconds = sum.UploadedSeconds + facts[day].UploadedSeconds, Failures = sum.Failures + facts[day].Failures };
                up += looks[day];
                if (watched.GetValueOrDefault(first.AddDays(day)) is not { } window)
                    continue;
                whole.MergeWith(window);
                viewerDays += window.Viewers.Estimate();
            }

            for (var day = start + count - Month; day < start + count; day++)
            {
                if (watched.GetValueOrDefault(first.AddDays(day)) is { } window)
                    month.MergeWith(window.Viewers);
            }

            return new BusinessPeriod(count, whole, viewerDays, month, sum, up);
        }
    }

    private static Dictionary<string, double> ValuesOf(BusinessPeriod time) =>
        BusinessMetrics.All.Select(metric => (metric.Name, Value: metric.Of(time))).Where(each => each.Value is not null).ToDictionary(each => each.Name, each => each.Value!.Value, StringComparer.Ordinal);
}
