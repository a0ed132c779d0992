using System.Diagnostics.Metrics;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Presence;

namespace StreamPlatform.Domain.Operations.Metrics;

/// <summary>How many watch, as of the latest look. Each instance tells the same, of the whole platform: whoever adds them up counts everybody several times.</summary>
public sealed class ViewerMetrics(ReadViewers viewers) : IDisposable
{
    /// <summary>Nothing else is watched yet.</summary>
    private const string Video = "video";

    private readonly Meter _meter = new(PlatformMetrics.MeterName);
    private long? _now;

    /// <summary>Begins to tell what <see cref="LookAsync"/> finds.</summary>
    public void Start() => _meter.CreateObservableGauge(
        "concurrent_viewers",
        () => _now is { } now ? [new Measurement<long>(now, new KeyValuePair<string, object?>("content_type", Video))] : Array.Empty<Measurement<long>>(),
        "{viewer}",
        "Sessions that watched something in the minute that has begun, or in the one before.");

    public async Task LookAsync(CancellationToken ct) => _now = (await viewers.ReadAsync([AggregateSubject.Platform], ct)).Now;

    public void Dispose() => _meter.Dispose();
}
