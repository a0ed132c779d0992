using StreamPlatform.Domain.Playback.Clips;

namespace StreamPlatform.Domain.Processing.Clips;

/// <summary>What the job that copies a clip's segments does, and the presentation that is published then; a blob of the run (<see cref="RunPaths.Clip"/>).</summary>
public sealed record ClipPlan(ClipCut Cut)
{
    public int Version { get; init; } = 1;
}
