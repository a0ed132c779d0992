using System.Net;
using System.Text.Json.Nodes;
using Azure;
using StreamPlatform.Azure.Catalog;
using StreamPlatform.Azure.Operations;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Tests;

namespace StreamPlatform.Azure.Tests.Wire;

/// <summary>What is sent to Service Bus.</summary>
public sealed class EventRequestsTests
{
    private static readonly VideoEvent Event = new("asset_1/video.published/3", VideoEvents.Published, "asset_1", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private readonly RecordingTransport _wire = new();

    [Fact]
    public async Task An_event_goes_to_the_topic_in_the_session_of_its_asset_under_its_own_id()
    {
        _wire.Then(() => new HttpResponseMessage(HttpStatusCode.Created));

        await Publisher().PublishAsync(Event, default);

        var sent = Assert.Single(_wire.Requests);
        Assert.Equal(("POST", "https://streamplatform.servicebus.windows.net/video-events/messages?timeout=60"), (sent.Method, sent.Url.AbsoluteUri));
        Assert.StartsWith("Bearer ", sent.Headers["Authorization"], StringComparison.Ordinal);
        var properties = JsonNode.Parse(sent.Headers["BrokerProperties"])!;
        Assert.Equal("asset_1/video.published/3 asset_1 video.published", $"{properties["MessageId"]} {properties["SessionId"]} {properties["Label"]}");
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal("asset_1/video.published/3 video.published asset_1 2026-03-01T12:00:00+00:00 1", $"{body["id"]} {body["type"]} {body["assetId"]} {body["occurredAt"]} {body["version"]}");
    }

    [Fact]
    public async Task An_event_carries_the_span_that_sent_it_as_the_property_that_the_trigger_reads()
    {
        _wire.Then(() => new HttpResponseMessage(HttpStatusCode.Created));
        using var trace = new RecordedSpans();

        await Publisher().PublishAsync(Event, default);

        Assert.Equal($"\"{trace["send video-events"].Id}\"", Assert.Single(_wire.Requests).Headers["Diagnostic-Id"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_busy_namespace_is_asked_again_with_the_same_message(HttpStatusCode status)
    {
        _wire.Then(() => new HttpResponseMessage(status)).Then(() => new HttpResponseMessage(HttpStatusCode.Created));

        await Publisher().PublishAsync(Event, default);

        Assert.Equal(2, _wire.Requests.Count);
        Assert.Equal(_wire.Requests[0].Headers["BrokerProperties"], _wire.Requests[1].Headers["BrokerProperties"]);
        Assert.Equal(_wire.Requests[0].Body, _wire.Requests[1].Body);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, 1)]
    [InlineData(HttpStatusCode.NotFound, 1)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 4)]
    public async Task What_does_not_go_away_is_an_error(HttpStatusCode status, int tries)
    {
        _wire.Then(() => new HttpResponseMessage(status));

        Assert.Equal((int)status, (await Assert.ThrowsAsync<RequestFailedException>(() => Publisher().PublishAsync(Event, default))).Status);
        Assert.Equal(tries, _wire.Requests.Count);
    }

    private ServiceBusEventPublisher Publisher()
    {
        var options = new RestOptions { Transport = _wire.Transport };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return new ServiceBusEventPublisher(new ServiceBusSettings("streamplatform.servicebus.windows.net", null), RecordingTransport.Somebody, options);
    }
}
