using System.Diagnostics.Metrics;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Domain.Operations.Metrics;

/// <summary>How full the queues are and how long their oldest messages have waited, as of the latest look.</summary>
public sealed class QueueMetrics(IQueueFacts queues) : IDisposable
{
    private readonly Meter _meter = new(PlatformMetrics.MeterName);
    private IReadOnlyList<QueueFacts> _latest = [];

    /// <summary>Begins to tell what <see cref="LookAsync"/> finds.</summary>
    public void Start()
    {
        _meter.CreateObservableGauge("streamplatform.queue.depth", () => _latest.Select(queue => Of(queue, (double)queue.Waiting)), "{message}", "Messages that wait or are worked on, by queue.");
        _meter.CreateObservableGauge(
            "streamplatform.queue.oldest_age", () => _latest.Select(queue => Of(queue, queue.OldestAge.TotalSeconds)), "s", "How long the message at the head of a queue has waited.");
    }

    public async Task LookAsync(CancellationToken ct) => _latest = await queues.ReadAsync(ct);

    public void Dispose() => _meter.Dispose();

    private static Measurement<double> Of(QueueFacts queue, double value) =>
        new(value, new("queue", queue.Name), new("poison", queue.IsPoison ? "true" : "false"));
}
