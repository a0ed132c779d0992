using Azure.Core;
using Confluent.Kafka;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Azure.Telemetry;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Azure.Tests.Telemetry;

/// <summary>On brokers that the client library itself pretends to be.</summary>
public sealed class KafkaTelemetryStreamTests : TelemetryStreamContract, IDisposable
{
    private const int Partitions = 4;
    private readonly KafkaTelemetryStream _stream = new(OnMockBrokers(EventHubsKafka.Durable()), null, NullLogger<KafkaTelemetryStream>.Instance);

    private protected override ITelemetryStream Stream => _stream;

    public void Dispose() => _stream.Dispose();

    [Fact]
    public async Task What_no_broker_acknowledges_in_time_is_to_be_sent_again()
    {
        var configuration = EventHubsKafka.Durable();
        (configuration.BootstrapServers, configuration.MessageTimeoutMs) = ("127.0.0.1:1", 50);
        using var stream = new KafkaTelemetryStream(configuration, null, NullLogger<KafkaTelemetryStream>.Instance);

        await Assert.ThrowsAsync<TelemetryStreamFullException>(() => stream.SendAsync([RecordOf("ses_1", 0)], default));
    }

    [Fact]
    public async Task What_has_no_place_in_the_queue_is_to_be_sent_again()
    {
        var configuration = EventHubsKafka.Durable();
        (configuration.BootstrapServers, configuration.QueueBufferingMaxMessages, configuration.MessageTimeoutMs) = ("127.0.0.1:1", 2, 50);
        using var stream = new KafkaTelemetryStream(configuration, null, NullLogger<KafkaTelemetryStream>.Instance);

        var full = await Assert.ThrowsAsync<TelemetryStreamFullException>(() => stream.SendAsync([.. Enumerable.Range(0, 3).Select(number => RecordOf("ses_1", number))], default));
        Assert.Equal(ErrorCode.Local_QueueFull, Assert.IsType<ProduceException<byte[], byte[]>>(full.InnerException).Error.Code);
    }

    [Fact]
    public async Task It_signs_in_with_a_token_of_the_identity_for_this_namespace()
    {
        var settings = EventHubsSettings.Read(name => name == EventHubsSettings.NamespaceName ? "hub.example.com" : null);
        var credential = new AskedCredential();
        using var stream = new KafkaTelemetryStream(EventHubsKafka.ConfigurationOf(settings), EventHubsKafka.Tokens(settings, credential), NullLogger<KafkaTelemetryStream>.Instance);

        Assert.Equal("https://hub.example.com/.default", await credential.Asked.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private protected override Task<IReadOnlyList<IReadOnlyList<byte[]>>> ReadAsync(int count) => Task.Run(() => Read(count));

    private IReadOnlyList<IReadOnlyList<byte[]>> Read(int count)
    {
        using var admin = new DependentAdminClientBuilder(_stream.Handle).Build();
        var brokers = admin.GetMetadata(TimeSpan.FromSeconds(10)).Brokers.Select(broker => $"{broker.Host}:{broker.Port}");
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig { BootstrapServers = string.Join(',', brokers), GroupId = "test", EnableAutoCommit = false }).Build();
        consumer.Assign(Enumerable.Range(0, Partitions).Select(partition => new TopicPartitionOffset(TelemetryHub.Name, partition, Offset.Beginning)));
        var read = Enumerable.Range(0, Partitions).Select(_ => new List<byte[]>()).ToArray();
        for (var left = count; left > 0; left--)
        {
            var message = consumer.Consume(TimeSpan.FromSeconds(30)) ?? throw new InvalidOperationException($"{left} of {count} messages didn't come.");
            read[message.Partition.Value].Add(message.Message.Value);
        }

        Assert.Null(consumer.Consume(TimeSpan.FromMilliseconds(50)));
        return read;
    }

    private static ProducerConfig OnMockBrokers(ProducerConfig configuration)
    {
        configuration.Set("test.mock.num.brokers", "2");
        return configuration;
    }

    private sealed class AskedCredential : TokenCredential
    {
        private readonly TaskCompletionSource<string> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Asked => _asked.Task;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            _asked.TrySetResult(Assert.Single(requestContext.Scopes));
            return new AccessToken("token", DateTimeOffset.MaxValue.AddDays(-1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
