using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Domain.Operations;

/// <summary>Work that waits too long, and messages that were given up.</summary>
public sealed class QueueSign(IQueueFacts queues) : IHealthSign
{
    /// <summary>As the alert has it.</summary>
    public static readonly TimeSpan TooOld = TimeSpan.FromMinutes(30);

    private static readonly HealthConcern Old = new("queue.old", "Work has been waiting for over half an hour: there are too few workers, or none.");
    private static readonly HealthConcern Poison = new("queue.poison", "Messages were given up and lie in a poison queue.");

    public async Task<IReadOnlyList<HealthConcern>> LookAsync(CancellationToken ct)
    {
        var facts = await queues.ReadAsync(ct);
        var concerns = new List<HealthConcern>();
        if (facts.Any(queue => !queue.IsPoison && queue.OldestAge > TooOld))
        {
            concerns.Add(Old);
        }

        if (facts.Any(queue => queue.IsPoison && queue.Waiting > 0))
        {
            concerns.Add(Poison);
        }

        return concerns;
    }
}
