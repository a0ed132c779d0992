using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>What recounts found.</summary>
public sealed class RecountReports(IDocuments documents, TimeProvider clock)
{
    private const int CaughtUpDays = 6;

    /// <summary>Keeps the report of a recount that is over; done again it is the first one.</summary>
    public async Task<RecountReport> KeepAsync(DayRecount recount, CancellationToken ct)
    {
        var partitions = recount.Plan!.Partitions;
        var report = new RecountReport(
            recount.Day.Id,
            recount.Day.Day,
            recount.Day.At,
            clock.GetUtcNow(),
            partitions.Count,
            partitions.Any(partition => partition.Lacks < 0) ? null : partitions.Sum(partition => partition.Lacks),
            recount.Found);
        if (await documents.WriteAsync([RecountReport.Kind.Add(report)], ct) is null)
            return (await FindAsync(report.Id, ct)).Value;
        PlatformMetrics.Recounted(report.Found.Missing, report.Found.Foreign, report.Found.Different);
        return report;
    }

    /// <summary>
    /// What a night has counted again: the newest day that is settled and, of the six before it, the oldest that there is no report of: the platform
    /// stood still that night, or the recount failed.
    /// </summary>
    public async Task<IReadOnlyList<RecountDay>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var newest = RecountDay.NewestAt(now);
        var reported = (await ListAsync(new PageRequest(null, PageRequest.MaxLimit), ct)).Items.Select(report => report.Day).ToHashSet();
        var missed = Enumerable.Range(-CaughtUpDays, CaughtUpDays).Select(newest.AddDays).Where(day => !reported.Contains(day)).Take(1);
        return [.. missed.Append(newest).Select(day => RecountDay.Of(day, now).Value)];
    }

    public async Task<Result<RecountReport>> FindAsync(string id, CancellationToken ct) =>
        RecountDay.IsId(id) && await documents.FindAsync(RecountReport.Kind, RecountReport.KeyOf(id), ct) is { } found ? found.Value : RecountErrors.NotFound();

    /// <summary>The newest first.</summary>
    public Task<Page<RecountReport>> ListAsync(PageRequest page, CancellationToken ct) =>
        documents.ListAsync(RecountReport.Kind, RecountReport.ListPartition, "", page, ListOrder.Descending, ct);
}
