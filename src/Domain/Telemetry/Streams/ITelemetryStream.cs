namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>The hub that telemetry goes through.</summary>
public interface ITelemetryStream
{
    /// <summary>Returns when all are durable; records of one session keep their order. After a failure some may have been sent.</summary>
    Task SendAsync(IReadOnlyList<TelemetryRecord> records, CancellationToken ct);
}
