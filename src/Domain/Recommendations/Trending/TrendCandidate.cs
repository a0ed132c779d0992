using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>A video that was watched in the hours that a list is made after.</summary>
/// <param name="PublishedAt">Since when anybody may find it.</param>
/// <param name="Regions">How it stands; empty of one that has to leave the lists.</param>
public sealed record TrendCandidate(
    string AssetId, string ChannelId, VideoCategory? Category, DateTimeOffset PublishedAt, IReadOnlyDictionary<string, RegionTrend> Regions)
{
    internal TrendingVideo? In(string region) =>
        Regions.GetValueOrDefault(region) is { } standing ? new TrendingVideo(AssetId, ChannelId, Category, PublishedAt, standing.Sum, standing.Viewers) : null;
}
