namespace StreamPlatform.Domain.Processing;

/// <summary>Where work items wait for a job. At least once: an item may be delivered twice, or after it is done.</summary>
public interface ITranscodeQueue
{
    Task EnqueueAsync(WorkItem item, WorkPriority priority, CancellationToken ct);
}
