namespace StreamPlatform.Domain.Processing;

/// <summary>
/// The rungs that a title is really made in, decided once a run after it was measured (<see cref="RunPaths.Ladder"/>): the
/// plan's own with qualities of their own, without those that would be of no use.
/// </summary>
public sealed record LadderChoice
{
    public int Version { get; init; } = 1;

    /// <summary>In the plan's order; each has the name and the size of one of the plan's.</summary>
    public required IReadOnlyList<VideoRendition> Video { get; init; }

    /// <summary>Why, a sentence a rung.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];
}
