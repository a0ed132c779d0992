using System.Collections.Concurrent;
using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Domain.Tests;

/// <summary>Keeps what is told.</summary>
internal sealed class RecordingEvents : IEventPublisher
{
    public ConcurrentQueue<VideoEvent> Told { get; } = new();

    /// <summary>So many calls fail before one goes through.</summary>
    public int Faults { get; set; }

    public Task PublishAsync(VideoEvent happened, CancellationToken ct)
    {
        if (Faults > 0)
        {
            Faults--;
            throw new IOException("The topic is on holiday.");
        }

        Told.Enqueue(happened);
        return Task.CompletedTask;
    }
}
