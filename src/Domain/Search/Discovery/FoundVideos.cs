using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>A page of videos that were found, each as the catalog has it. It may have fewer than were asked for though there is another.</summary>
/// <param name="Total">See <see cref="PublicHits.Total"/>.</param>
/// <param name="Meant">See <see cref="DidYouMean"/>; null when nothing was corrected.</param>
public sealed record FoundVideos(IReadOnlyList<FoundVideo> Items, string? Cursor, long? Total, FacetCounts? Facets, string? Meant);

/// <summary>A video that was found and is there for anybody.</summary>
public sealed record FoundVideo(Asset Asset, MarkedText Title, MarkedText? Description, HitChannel Channel, DateTimeOffset PublishedAt);
