using System.Text;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Azure.Telemetry;

/// <summary>
/// Sends records to the hub by its Kafka endpoint, keyed by session: the client batches what many requests send at once, and
/// reports each message that all replicas have.
/// </summary>
internal sealed class KafkaTelemetryStream : ITelemetryStream, IDisposable
{
    private static readonly TimeSpan FlushTime = TimeSpan.FromSeconds(20);

    private readonly IProducer<byte[], byte[]> _producer;

    /// <param name="tokens">See <see cref="EventHubsKafka.Tokens"/>; null where nobody asks for any.</param>
    public KafkaTelemetryStream(ProducerConfig configuration, Action<IClient, string>? tokens, ILogger<KafkaTelemetryStream> logger)
    {
        var builder = new ProducerBuilder<byte[], byte[]>(configuration)
            .SetLogHandler((_, line) => Logs.ClientSaid(logger, (LogLevel)line.LevelAs(LogLevelType.MicrosoftExtensionsLogging), line.Facility, line.Message));
        _producer = (tokens is null ? builder : builder.SetOAuthBearerTokenRefreshHandler(tokens)).Build();
    }

    /// <summary>For whoever looks at the same brokers.</summary>
    internal Handle Handle => _producer.Handle;

    public async Task SendAsync(IReadOnlyList<TelemetryRecord> records, CancellationToken ct)
    {
        if (records.Count == 0)
        {
            return;
        }

        var sending = new Sending(records.Count);
        foreach (var record in records)
        {
            try
            {
                _producer.Produce(
                    TelemetryHub.Name,
                    new Message<byte[], byte[]> { Key = Encoding.ASCII.GetBytes(record.SessionId), Value = TelemetryRecordWriter.ToBytes(record) },
                    sending.Note);
            }
            catch (ProduceException<byte[], byte[]> error) when (error.Error.Code == ErrorCode.Local_QueueFull)
            {
                throw new TelemetryStreamFullException(error);
            }
        }

        await sending.Done.WaitAsync(ct);
    }

    public void Dispose()
    {
        _producer.Flush(FlushTime);
        _producer.Dispose();
    }

    /// <summary>Messages that are on their way together.</summary>
    private sealed class Sending(int count)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = count;

        public Task Done => _done.Task;

        public void Note(DeliveryReport<byte[], byte[]> report)
        {
            if (report.Error.IsError)
            {
                var error = new KafkaException(report.Error);
                _done.TrySetException(report.Error.Code is ErrorCode.Local_MsgTimedOut or ErrorCode.Local_TimedOutQueue ? new TelemetryStreamFullException(error) : error);
            }

            if (Interlocked.Decrement(ref _left) == 0)
            {
                _done.TrySetResult();
            }
        }
    }
}
