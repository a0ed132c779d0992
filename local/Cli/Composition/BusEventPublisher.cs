using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Local.Host.Messaging;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>Events on the topic of the embedded runtime.</summary>
internal sealed class BusEventPublisher(LocalServiceBus bus) : IEventPublisher
{
    public Task PublishAsync(VideoEvent happened, CancellationToken ct) => bus.SendAsync(
        VideoEvents.Topic, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(happened, DomainJson.Options)), happened.AssetId, happened.Id, ct);
}
