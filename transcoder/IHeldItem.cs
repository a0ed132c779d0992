using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Transcoder;

/// <summary>A work item taken from a queue; others can't see it until its visibility runs out.</summary>
internal interface IHeldItem
{
    WorkItem Item { get; }

    /// <summary>How often it was received, this time included.</summary>
    long DequeueCount { get; }

    /// <summary>Keeps it for so long from now; false when another job has it by now. Zero hands it back.</summary>
    Task<bool> ExtendAsync(TimeSpan visibility, CancellationToken ct);

    Task<bool> DeleteAsync(CancellationToken ct);

    Task<bool> MoveToPoisonAsync(CancellationToken ct);
}
