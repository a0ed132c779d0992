using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Domain.Recommendations;

/// <summary>A video that is recommended, before anybody looked whether it may be shown.</summary>
/// <param name="PublishedAt">Since when anybody may find it.</param>
/// <param name="Why">What it is recommended for.</param>
public sealed record Pick(string AssetId, string ChannelId, VideoCategory? Category, DateTimeOffset PublishedAt, PickReason Why);
