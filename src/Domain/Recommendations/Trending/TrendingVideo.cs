using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>A video in a list. Whether anybody may still see it, its asset tells whoever shows the list.</summary>
/// <param name="Sum">Decayed to the list's hour.</param>
/// <param name="Viewers">See <see cref="RegionTrend.Viewers"/>.</param>
public sealed record TrendingVideo(string AssetId, string ChannelId, VideoCategory? Category, DateTimeOffset PublishedAt, double Sum, int Viewers);
