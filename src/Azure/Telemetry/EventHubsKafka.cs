using Azure.Core;
using Confluent.Kafka;

namespace StreamPlatform.Azure.Telemetry;

/// <summary>How Event Hubs is spoken to as Kafka: its port, its way of signing in, and times that fit its load balancers.</summary>
/// <remarks>https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations</remarks>
internal static class EventHubsKafka
{
    private const int Port = 9093;

    /// <summary>The name that a token is sent with; Event Hubs looks at the token alone.</summary>
    private const string Principal = "streamplatform";

    public static ProducerConfig ConfigurationOf(EventHubsSettings settings) => new(Durable())
    {
        BootstrapServers = $"{settings.Namespace}:{Port}",
        SecurityProtocol = SecurityProtocol.SaslSsl,
        SaslMechanism = SaslMechanism.OAuthBearer,
        SocketKeepaliveEnable = true,
        // Idle connections are closed after four minutes.
        MetadataMaxAgeMs = 180_000,
        ConnectionsMaxIdleMs = 180_000,
        RequestTimeoutMs = 60_000,
    };

    /// <summary>A message counts once all replicas have it, is sent again until then, and lies in its partition once and in order.</summary>
    public static ProducerConfig Durable() => new()
    {
        ClientId = Principal,
        Acks = Acks.All,
        EnableIdempotence = true,
        // So long a message may wait for others to go with, so long for its acknowledgement before the player is asked to send again.
        LingerMs = 5,
        MessageTimeoutMs = 20_000,
        QueueBufferingMaxMessages = 50_000,
        QueueBufferingMaxKbytes = 64 * 1024,
        Partitioner = Partitioner.Murmur2Random,
        // The standard tier takes nothing compressed.
        CompressionType = CompressionType.None,
    };

    /// <summary>Gives the client a token whenever it asks for one: at its start, and before the last has expired.</summary>
    public static Action<IClient, string> Tokens(EventHubsSettings settings, TokenCredential credential)
    {
        var context = new TokenRequestContext([$"https://{settings.Namespace}/.default"]);
        return (client, _) =>
        {
            try
            {
                // On a thread of the client's own, which waits for nothing else.
                var token = credential.GetToken(context, CancellationToken.None);
                client.OAuthBearerSetToken(token.Token, token.ExpiresOn.ToUnixTimeMilliseconds(), Principal);
            }
            catch (Exception error)
            {
                client.OAuthBearerSetTokenFailure(error.Message);
            }
        };
    }
}
