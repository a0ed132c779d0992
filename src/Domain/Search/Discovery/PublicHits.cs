namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>A page of what an index found, best first.</summary>
/// <param name="Total">How many there are, as far as <see cref="PublicQuery.MaxCounted"/> were counted; null unless facets were asked for.</param>
/// <param name="Facets">Null unless they were asked for.</param>
public sealed record PublicHits(IReadOnlyList<PublicHit> Items, string? Cursor, long? Total, FacetCounts? Facets)
{
    public static PublicHits None { get; } = new([], null, null, null);
}

/// <summary>A video that was found.</summary>
/// <param name="Title">With the words that were looked for marked.</param>
/// <param name="Description">The part of it that has these words; null when none has.</param>
/// <param name="Channel">As it was when the index heard of it.</param>
/// <param name="PublishedAt">Since when anybody may find it.</param>
public sealed record PublicHit(string AssetId, MarkedText Title, MarkedText? Description, HitChannel Channel, DateTimeOffset PublishedAt)
{
    /// <summary>Stands where a part of a description was cut.</summary>
    public const char Cut = '…';
}

/// <summary>Who published a hit.</summary>
/// <param name="Name">Empty of a channel that was given none.</param>
public sealed record HitChannel(string Id, string Name);
