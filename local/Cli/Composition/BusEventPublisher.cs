using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Local.Host.Messaging;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>Events on the topic of the embedded runtime.</summary>
internal sealed class BusEventPublisher(LocalServiceBus bus) : IEventPublisher
{
    public async Task PublishAsync(VideoEvent happened, CancellationToken ct)
    {
        using var span = PlatformTraces.Send(VideoEvents.Topic, happened.AssetId);
        await bus.SendAsync(
            VideoEvents.Topic, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(happened, DomainJson.Options)), happened.AssetId, happened.Id, ct);
    }
}
