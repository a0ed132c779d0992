namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>A list as it is shown, best first.</summary>
/// <param name="MadeAt">Up to when it is known what was watched.</param>
public sealed record RankedPicks(DateTimeOffset MadeAt, IReadOnlyList<Pick> Picks);
