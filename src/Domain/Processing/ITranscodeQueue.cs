namespace StreamPlatform.Domain.Processing;

/// <summary>Where work items wait for a job. At least once: an item may be delivered twice, or after it is done.</summary>
public interface ITranscodeQueue
{
    Task EnqueueAsync(WorkItem item, WorkPriority priority, CancellationToken ct);

    /// <summary>About how many items of this priority wait or are worked on.</summary>
    Task<int> LengthAsync(WorkPriority priority, CancellationToken ct);
}
