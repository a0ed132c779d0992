using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>Makes a region's list of the one before it and of what was watched since.</summary>
public static class RankTrending
{
    /// <summary>Different people who surely watched a video in a country before the country's list tells of it.</summary>
    public const int LeastViewersOfVideo = 5;

    /// <summary>Different people who surely watched one of a list's videos before the country has a list of its own.</summary>
    public const int LeastViewersOfCountry = 20;

    /// <param name="before">The region's list that is shown now; null where there is none.</param>
    /// <param name="candidates">Each is as it stands now, and so takes the place of what the list had; in any order.</param>
    /// <param name="version">The list's.</param>
    /// <param name="hour">The list's: that of the candidates.</param>
    /// <returns>Null of a country that has too few viewers for a list.</returns>
    public static TrendingList? Rank(string region, TrendingList? before, IEnumerable<TrendCandidate> candidates, long version, DateTimeOffset hour)
    {
        var end = hour.AddHours(1);
        var videos = new Dictionary<string, TrendingVideo>(StringComparer.Ordinal);
        foreach (var video in before?.Videos ?? [])
            videos[video.AssetId] = video with { Sum = video.Sum * TrendRules.Decay(hour - before!.Hour) };
        foreach (var candidate in candidates)
        {
            videos.Remove(candidate.AssetId);
            if (candidate.In(region) is { } video)
                videos.Add(video.AssetId, video);
        }

        var isWorld = region == Regions.World;
        List<TrendingVideo> ordered =
        [
            .. videos.Values
                .Where(video => video.Sum >= TrendRules.Least && (isWorld || video.Viewers >= LeastViewersOfVideo))
                .OrderByDescending(video => TrendRules.Score(video.Sum, video.PublishedAt, end))
                .ThenBy(video => video.AssetId, StringComparer.Ordinal),
        ];
        return isWorld || ordered.Exists(video => video.Viewers >= LeastViewersOfCountry)
            ? new TrendingList(TrendingList.CurrentSchemaVersion, region, version, hour, Shown(ordered))
            : null;
    }

    /// <summary>Those that are shown anywhere, in their order.</summary>
    internal static IReadOnlyList<TrendingVideo> Shown(IReadOnlyList<TrendingVideo> ordered)
    {
        var shown = TrendingList.Pick(ordered, null).Select(video => video.AssetId).ToHashSet(StringComparer.Ordinal);
        foreach (var category in Enum.GetValues<VideoCategory>())
            shown.UnionWith(TrendingList.Pick(ordered, category).Select(video => video.AssetId));
        return [.. ordered.Where(video => shown.Contains(video.AssetId))];
    }
}
