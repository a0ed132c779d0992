using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Processing.Probing;

/// <summary>What a job is to look into, and under which limits (<see cref="RunPaths.Probe"/>). Written anew each time it is queued.</summary>
public sealed record ProbeRequest(SourceFile Source, EncodingChoice Choice, ProbeOptions Limits)
{
    public int Version { get; init; } = 1;

    /// <summary>How often it was queued.</summary>
    public int TimesQueued { get; init; } = 1;
}
