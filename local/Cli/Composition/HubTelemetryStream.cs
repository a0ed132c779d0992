using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Local.Host.Messaging;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>Telemetry on the event hub of the embedded runtime.</summary>
internal sealed class HubTelemetryStream(LocalEventHub hub) : ITelemetryStream
{
    /// <summary>Records that may wait for the disk at once: some ten megabytes.</summary>
    internal const int MostWaiting = 10_000;

    private int _waiting;

    public async Task SendAsync(IReadOnlyList<TelemetryRecord> records, CancellationToken ct)
    {
        if (records.Count == 0)
        {
            return;
        }

        try
        {
            if (Interlocked.Add(ref _waiting, records.Count) > MostWaiting)
            {
                throw new TelemetryStreamFullException();
            }

            await hub.SendAsync(
                TelemetryHub.Name, [.. records.Select(record => (record.SessionId, BinaryData.FromBytes(TelemetryRecordWriter.ToBytes(record))))], ct);
        }
        finally
        {
            Interlocked.Add(ref _waiting, -records.Count);
        }
    }
}
