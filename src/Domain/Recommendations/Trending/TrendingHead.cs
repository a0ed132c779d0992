using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>Which lists are shown: all of one version at once.</summary>
/// <param name="Version">Of the lists; each is one more than the one before.</param>
/// <param name="Hour">They are made after this hour.</param>
/// <param name="Countries">That have a list of their own, in order.</param>
public sealed record TrendingHead(int SchemaVersion, long Version, DateTimeOffset Hour, IReadOnlyList<string> Countries)
{
    public const int CurrentSchemaVersion = 1;

    public static DocumentKind<TrendingHead> Kind { get; } = new("trendingHead", DocumentContainer.Catalog, _ => Key);

    public static DocumentKey Key { get; } = new("trending", "head");

    /// <summary>The region's list of this version, or the world's where the region has none.</summary>
    public string RegionOf(string? country) => country is not null && Countries.Contains(country, StringComparer.Ordinal) ? country : Regions.World;
}
