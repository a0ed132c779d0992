namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>How many hits have what. Each list has the most frequent first and at most <see cref="MaxValues"/> values.</summary>
/// <param name="Duration">By <see cref="DurationBand"/>, in lower case.</param>
/// <param name="Resolution">By <see cref="Bands.Lines"/>: of those that have at most so many.</param>
/// <param name="Captions">By <c>true</c> and <c>false</c>: whether there are any.</param>
public sealed record FacetCounts(
    IReadOnlyList<FacetCount> Category,
    IReadOnlyList<FacetCount> Language,
    IReadOnlyList<FacetCount> Duration,
    IReadOnlyList<FacetCount> Resolution,
    IReadOnlyList<FacetCount> Captions)
{
    public const int MaxValues = 20;
}

/// <summary>How many hits have this value.</summary>
public sealed record FacetCount(string Value, long Count)
{
    /// <summary>The most frequent first, of equally frequent ones by name; what no hit has is left out.</summary>
    public static IReadOnlyList<FacetCount> Of(IEnumerable<(string? Value, long Count)> counts) =>
    [
        .. counts.Where(each => !string.IsNullOrEmpty(each.Value) && each.Count > 0)
            .GroupBy(each => each.Value!, StringComparer.Ordinal)
            .Select(group => new FacetCount(group.Key, group.Sum(each => each.Count)))
            .OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal)
            .Take(FacetCounts.MaxValues),
    ];
}
