using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>Holds what was counted against what truly happened.</summary>
internal static class DayReport
{
    /// <summary>One beacon in a hundred is lost for good, and with it what the session told last.</summary>
    private const double OfLosses = 0.005, OfUniques = 0.02, OfPercentiles = 0.012;

    /// <summary>Parts of one video are few sessions: a lost beacon more or less shows.</summary>
    private const double OfParts = 0.02;

    public static async Task<IReadOnlyList<DayFigure>> OfAsync(DayTruth truth, DateTimeOffset day, IAggregateShards shards, CancellationToken ct)
    {
        var aggregates = new Aggregates(shards);
        var whole = await DayOfAsync(aggregates, AggregateSubject.Platform, day, ct);
        var (asset, most) = truth.Videos.MaxBy(video => video.Value.Views);
        var hit = await DayOfAsync(aggregates, AggregateSubject.Video(asset), day, ct);
        truth.Whole.Startups.Sort();
        long views = 0, watched = 0;
        foreach (var id in truth.Videos.Keys)
        {
            var video = await DayOfAsync(aggregates, AggregateSubject.Video(id), day, ct);
            (views, watched) = (views + video[Metric.Views], watched + video[Metric.WatchedMs]);
        }

        return
        [
            new("views", truth.Whole.Views, whole[Metric.Views], OfLosses),
            new("views of all videos, added up", truth.Whole.Views, views, OfLosses),
            new("watch time, ms", truth.Whole.WatchedMs, whole[Metric.WatchedMs], OfLosses),
            new("watch time of all videos, ms, added up", truth.Whole.WatchedMs, watched, OfLosses),
            new("plays", truth.Whole.Plays, whole[Metric.Plays], OfLosses),
            new("unique viewers", truth.Whole.Viewers.Count, whole.Viewers.Estimate(), OfUniques),
            new("rebuffer ratio", Share(truth.Whole.StalledMs, truth.Whole.WatchedMs), whole.RebufferRatio, OfLosses * 2),
            new("start-up time, median, ms", Rank(truth.Whole.Startups, 0.5), whole.Startup.Quantile(0.5), OfPercentiles),
            new("start-up time, 95th percentile, ms", Rank(truth.Whole.Startups, 0.95), whole.Startup.Quantile(0.95), OfPercentiles),
            new("views of the most watched video", most.Views, hit[Metric.Views], OfParts),
            new("unique viewers of the most watched video", most.Viewers.Count, hit.Viewers.Estimate(), OfUniques),
            .. Enumerable.Range(0, 10).Select(tenth => new DayFigure(
                $"retention of the most watched video at {tenth * 10} %", most.Retention[tenth * 10], hit.Retention[tenth * 10], OfParts)),
        ];
    }

    private static async Task<WindowAggregate> DayOfAsync(Aggregates aggregates, AggregateSubject subject, DateTimeOffset day, CancellationToken ct) =>
        (await aggregates.ReadAsync(subject, Grain.Day, day, day.AddDays(1), ct)).SingleOrDefault() ?? new WindowAggregate(Grain.Day, day);

    private static double Share(double stalled, double watched) => stalled / (watched + stalled);

    private static double Rank(List<int> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
