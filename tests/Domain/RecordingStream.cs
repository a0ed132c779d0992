using System.Collections.Concurrent;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Tests;

/// <summary>Keeps what is sent, or takes nothing more.</summary>
internal sealed class RecordingStream : ITelemetryStream
{
    private readonly ConcurrentQueue<TelemetryRecord> _records = [];

    public IReadOnlyList<TelemetryRecord> Records => [.. _records];

    public bool IsFull { get; set; }

    public Task SendAsync(IReadOnlyList<TelemetryRecord> records, CancellationToken ct)
    {
        if (IsFull)
            throw new TelemetryStreamFullException();
        foreach (var record in records)
            _records.Enqueue(record);
        return Task.CompletedTask;
    }
}
