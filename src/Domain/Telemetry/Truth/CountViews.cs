using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Truth;

/// <summary>Brings the catalog's view counts to what was counted of the videos that changed in an hour, a part of them at a time.</summary>
public sealed class CountViews(ChangedVideos changed, Aggregates.Aggregates aggregates, ViewCounts counts, TimeProvider clock)
{
    /// <summary>Days as old as this are settled: players tell for two days of a session, and verdicts come within hours.</summary>
    private static readonly TimeSpan Open = TimeSpan.FromDays(7);

    /// <summary>Before it nobody watched anything here.</summary>
    private static readonly DateTimeOffset Beginning = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Counts a part. Done again it comes to the same.</summary>
    /// <returns>The videos whose counts are others than before.</returns>
    public async Task<IReadOnlyList<string>> StepAsync(JudgeStep step, CancellationToken ct)
    {
        var others = new List<string>();
        foreach (var asset in await changed.ListAsync(step.Part, step.Hour, ct))
        {
            var before = await counts.FindAsync(asset, ct);
            var now = await CountAsync(asset, before, ct);
            if (now == before)
                continue;
            await counts.PutAsync(now, ct);
            if (now.Views != (before?.Views ?? 0))
                others.Add(asset);
        }

        return others;
    }

    private async Task<ViewCount> CountAsync(string assetId, ViewCount? before, CancellationToken ct)
    {
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var (settled, until) = (before?.Settled ?? 0, before?.SettledUntil ?? Beginning);
        var days = await aggregates.ReadAsync(AggregateSubject.Video(assetId), Grain.Day, until, today.AddDays(2), ct);
        var settles = today - Open > until ? today - Open : until;
        var closed = settled + days.Where(day => day.Start < settles).Sum(day => day[Metric.Views]);
        return new ViewCount(assetId, closed + days.Where(day => day.Start >= settles).Sum(day => day[Metric.Views]), closed, settles);
    }
}
