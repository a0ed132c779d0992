using StreamPlatform.Domain.Operations.Tiers;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>How often videos are watched, from the days that were counted.</summary>
public sealed class CountedVelocity(Aggregates aggregates, TimeProvider clock) : IViewVelocity
{
    /// <summary>What "of late" means.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(30);

    /// <summary>Where nobody on the whole platform was counted for so long, it isn't that nobody watches.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromDays(3);

    private (DateTimeOffset Day, bool Counts)? _counts;

    public async Task<ViewVelocity?> FindAsync(string assetId, DateTimeOffset since, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await CountsAsync(now, ct))
        {
            return null;
        }

        var from = now - since > Late ? now - Late : since;
        var late = await ViewsAsync(AggregateSubject.Video(assetId), from, now, ct);
        var before = from > since ? await ViewsAsync(AggregateSubject.Video(assetId), since, from, ct) : 0;
        return new ViewVelocity(late / Math.Max(1, (now - from).TotalDays), late + before);
    }

    private async Task<bool> CountsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        if (_counts is not { } known || known.Day != day)
        {
            _counts = known = (day, (await aggregates.ReadAsync(AggregateSubject.Platform, Grain.Day, now - Silent, now.AddDays(1), ct)).Count > 0);
        }

        return known.Counts;
    }

    /// <summary>Whole days, the first and the last included.</summary>
    private async Task<double> ViewsAsync(AggregateSubject subject, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        (await aggregates.ReadAsync(subject, Grain.Day, from.UtcDateTime.Date, to, ct)).Sum(day => day[Metric.Views]);
}
