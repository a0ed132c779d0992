using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using StreamPlatform.Azure.Operations;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Operations.Tracing;

namespace StreamPlatform.Azure.Catalog;

/// <summary>
/// Sends by Service Bus's REST interface, which takes session and message id where output bindings take none. A try that
/// is repeated though it had gone through is dropped by the topic's duplicate detection.
/// </summary>
/// <remarks>https://learn.microsoft.com/rest/api/servicebus/send-message-to-queue</remarks>
internal sealed class ServiceBusEventPublisher : IEventPublisher
{
    private const string Scope = "https://servicebus.azure.net/.default";

    private static readonly JsonSerializerOptions PropertyNames = new();

    private readonly HttpPipeline _pipeline;
    private readonly Uri _messages;

    public ServiceBusEventPublisher(ServiceBusSettings settings, TokenCredential credential, RestOptions options)
    {
        _messages = new Uri($"https://{settings.Namespace}/{VideoEvents.Topic}/messages?timeout=60");
        _pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, Scope));
    }

    public async Task PublishAsync(VideoEvent happened, CancellationToken ct)
    {
        using var span = PlatformTraces.Send(VideoEvents.Topic, happened.AssetId);
        using var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = RequestMethod.Post;
        request.Uri.Reset(_messages);
        request.Headers.Add("Content-Type", "application/json");
        request.Headers.Add("BrokerProperties", JsonSerializer.Serialize(new { MessageId = happened.Id, SessionId = happened.AssetId, Label = happened.Type }, PropertyNames));
        if (PlatformTraces.Parent is { } parent)
        {
            // A header of one's own is an application property, its value in quotes. It is the one that the trigger reads.
            request.Headers.Add("Diagnostic-Id", JsonSerializer.Serialize(parent));
        }

        request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(happened, DomainJson.Options));
        await _pipeline.SendAsync(message, ct);
        if (message.Response.Status != 201)
        {
            throw new RequestFailedException(message.Response);
        }
    }
}
