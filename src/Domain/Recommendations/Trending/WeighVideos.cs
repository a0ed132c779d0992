using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>Weighs the videos of which something was counted since the lists that are shown, a part of them at a time.</summary>
public sealed class WeighVideos(ChangedVideos changed, WeighVideo weigh, IDocuments documents)
{
    /// <summary>Weighed at once.</summary>
    private const int AtOnce = 8;

    /// <summary>What is kept of a part where there is more: of each region, and of each category there, more than is shown of all parts together.</summary>
    private const int Spare = 2;

    /// <summary>Done again it comes to the same.</summary>
    /// <returns>How many videos were weighed.</returns>
    public async Task<int> StepAsync(TrendStep step, CancellationToken ct)
    {
        var head = (await documents.FindAsync(TrendingHead.Kind, TrendingHead.Key, ct))?.Value;
        var assets = new SortedSet<string>(StringComparer.Ordinal);
        for (var hour = FirstOf(head, step.Hour); hour <= step.Hour; hour = hour.AddHours(1))
            assets.UnionWith(await changed.ListAsync(step.Part, hour, ct));
        var channels = new ChannelHour(step.Hour);
        var candidates = new List<TrendCandidate>();
        foreach (var some in assets.Chunk(AtOnce))
            candidates.AddRange(await Task.WhenAll(some.Select(asset => weigh.ExecuteAsync(asset, channels, ct))));
        var number = 0;
        foreach (var some in Best(candidates, step.Hour).Chunk(TrendPart.Most))
            await documents.WriteAsync(TrendPart.Kind.Put(new TrendPart(TrendPart.CurrentSchemaVersion, step.Hour, step.Part, number++, some)), ct);
        return assets.Count;
    }

    /// <summary>Hours in which no lists were made count with the next ones, as far as it is known what changed in them.</summary>
    private static DateTimeOffset FirstOf(TrendingHead? head, DateTimeOffset hour)
    {
        var known = hour.AddHours(1) - ChangedVideos.Kept;
        return head is not null && head.Hour >= known ? head.Hour.AddHours(1) : known;
    }

    /// <summary>Those that can be in a list, and those that leave one.</summary>
    private static IEnumerable<TrendCandidate> Best(IReadOnlyList<TrendCandidate> candidates, DateTimeOffset hour)
    {
        if (candidates.Count <= TrendingList.LongestOfCategory)
            return candidates;
        var wanted = candidates.Where(candidate => candidate.Regions.Count == 0).Select(candidate => candidate.AssetId).ToHashSet(StringComparer.Ordinal);
        foreach (var region in candidates.SelectMany(candidate => candidate.Regions.Keys).Distinct(StringComparer.Ordinal).ToList())
        {
            var ordered = candidates.Select(candidate => candidate.In(region)).OfType<TrendingVideo>()
                .OrderByDescending(video => TrendRules.Score(video.Sum, video.PublishedAt, hour.AddHours(1))).ToList();
            wanted.UnionWith(ordered.Take(Spare * TrendingList.Longest).Select(video => video.AssetId));
            wanted.UnionWith(ordered.GroupBy(video => video.Category).SelectMany(videos => videos.Take(Spare * TrendingList.LongestOfCategory)).Select(video => video.AssetId));
        }

        return candidates.Where(candidate => wanted.Contains(candidate.AssetId));
    }
}
