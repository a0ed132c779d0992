namespace StreamPlatform.Domain.Processing;

/// <summary>What an operator wants to know of the queues.</summary>
public interface IQueueFacts
{
    /// <summary>Every transcode queue and every poison queue; one that nobody has made yet is empty.</summary>
    Task<IReadOnlyList<QueueFacts>> ReadAsync(CancellationToken ct);
}

/// <summary>A queue at one instant.</summary>
/// <param name="IsPoison">It holds what was given up.</param>
/// <param name="Waiting">About how many messages wait or are worked on.</param>
/// <param name="OldestAge">How long the message at its head, which nobody works on, has been there; zero when there is none.</param>
public sealed record QueueFacts(string Name, bool IsPoison, int Waiting, TimeSpan OldestAge);
