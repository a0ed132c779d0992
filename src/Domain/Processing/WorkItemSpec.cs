namespace StreamPlatform.Domain.Processing;

/// <summary>One unit of transcoding work: a chunk range and a set of renditions, done by one job in one run.</summary>
/// <param name="Id">Unique in the plan and safe in a path: <c>head</c>, <c>audio</c>, <c>pictures</c>, <c>video-c0</c>, <c>video-c0-1080p</c>.</param>
/// <param name="FirstChunk">Of a measurement: the first of the measured spans.</param>
/// <param name="ChunkCount">Of a measurement: how many spans.</param>
/// <param name="ExpectedCpuSeconds">The planner's estimate, also the base of the job's time limit.</param>
/// <param name="FrameLimit">For a head start: how many frames from the start; null otherwise.</param>
/// <param name="Through">
/// Renditions whose sizes pictures are scaled through, when they are more than those made; null otherwise. An item that
/// makes one rendition of several then makes the bytes that all of them together would.
/// </param>
public sealed record WorkItemSpec(
    string Id,
    WorkItemKind Kind,
    WorkPriority Priority,
    int FirstChunk,
    int ChunkCount,
    IReadOnlyList<string> Renditions,
    double ExpectedCpuSeconds,
    long? FrameLimit = null,
    IReadOnlyList<string>? Through = null)
{
    /// <summary>
    /// The item's renditions each by itself, for when they failed together: one that can't be made then takes no other with
    /// it. They write the paths and the bytes that the item would have. Empty when there is nothing to part.
    /// </summary>
    public IReadOnlyList<WorkItemSpec> Parts() => Kind is not (WorkItemKind.Video or WorkItemKind.Audio) || Renditions.Count < 2
        ? []
        : [.. Renditions.Select(rendition => this with { Id = PartId(Id, rendition), Renditions = [rendition], Through = Kind == WorkItemKind.Video ? Renditions : null })];

    /// <summary><c>video-c0-only-720p</c>.</summary>
    public static string PartId(string itemId, string rendition) => $"{itemId}-only-{rendition}";
}
