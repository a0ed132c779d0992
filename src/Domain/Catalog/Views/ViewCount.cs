using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Catalog.Views;

/// <summary>How often a video was viewed, as of its last count.</summary>
/// <param name="Views">Of all time.</param>
/// <param name="Settled">Those of the days before <paramref name="SettledUntil"/>, of which nothing is counted any more.</param>
/// <param name="SettledUntil">Midnight of a day, in UTC.</param>
public sealed record ViewCount(string AssetId, long Views, long Settled, DateTimeOffset SettledUntil)
{
    public static DocumentKind<ViewCount> Kind { get; } = new("viewCount", DocumentContainer.Catalog, count => KeyOf(count.AssetId));

    public static DocumentKey KeyOf(string assetId) => new(assetId, assetId);
}
