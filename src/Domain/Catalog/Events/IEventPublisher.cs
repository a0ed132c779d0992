namespace StreamPlatform.Domain.Catalog.Events;

/// <summary>Tells whoever has subscribed to <see cref="VideoEvents.Topic"/>: each subscription in order for each asset, at least once.</summary>
public interface IEventPublisher
{
    /// <summary>Done once the event will be delivered. The same event told again within minutes is dropped.</summary>
    Task PublishAsync(VideoEvent happened, CancellationToken ct);
}
