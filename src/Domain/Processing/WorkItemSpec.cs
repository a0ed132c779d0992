namespace StreamPlatform.Domain.Processing;

/// <summary>One unit of transcoding work: a chunk range and a set of renditions, done by one job in one run.</summary>
/// <param name="Id">Unique in the plan and safe in a path: <c>head</c>, <c>audio</c>, <c>pictures</c>, <c>video-c0</c>, <c>video-c0-1080p</c>.</param>
/// <param name="ExpectedCpuSeconds">The planner's estimate, also the base of the job's time limit.</param>
/// <param name="FrameLimit">For a head start: how many frames from the start; null otherwise.</param>
public sealed record WorkItemSpec(
    string Id,
    WorkItemKind Kind,
    WorkPriority Priority,
    int FirstChunk,
    int ChunkCount,
    IReadOnlyList<string> Renditions,
    double ExpectedCpuSeconds,
    long? FrameLimit = null);
