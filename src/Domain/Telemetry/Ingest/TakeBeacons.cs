using StreamPlatform.Domain.Operations.Limits;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>Takes in what players tell: checks it, and answers once it is durable in the stream.</summary>
/// <param name="traces">Which sessions are traced; none without it.</param>
public sealed class TakeBeacons(SessionTokens tokens, RateLimits limits, ITelemetryStream stream, TimeProvider clock, SessionTraces? traces = null)
{
    private readonly SessionTraces _traces = traces ?? new SessionTraces { SessionShare = 0 };

    /// <summary>Of a request, in bytes: what browsers send of a page that is closing.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>What was taken; null when the body is not <c>{ "beacons": […] }</c>; <c>telemetry.stream_full</c>.</summary>
    public async Task<Result<TakenBeacons?>> ExecuteAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var reader = new BeaconReader(await tokens.ReaderAsync(ct), clock.GetUtcNow());
        TimeSpan? retryIn = null;
        var read = reader.Read(body.Span, session =>
        {
            if (limits.OfSession(session) is not { Allowed: false } refused)
            {
                return true;
            }

            retryIn = retryIn < refused.RetryIn ? retryIn : refused.RetryIn;
            return false;
        });
        if (read is null)
        {
            return (TakenBeacons?)null;
        }

        try
        {
            var (records, sending) = _traces.Send(read.Records);
            using (sending)
            {
                await stream.SendAsync(records, ct);
            }

            Measure(records);
            return new TakenBeacons(read.Accepted, read.Rejected, retryIn);
        }
        catch (TelemetryStreamFullException)
        {
            return IngestErrors.StreamFull();
        }
    }

    /// <summary>For those who watch the platform as it runs; what counts is counted from the stream.</summary>
    private static void Measure(IReadOnlyList<TelemetryRecord> records)
    {
        foreach (var beacon in records.OfType<BeaconRecord>().Where(beacon => !QuarantineRules.Suspects(beacon.Claims)))
        {
            if (beacon.Events.FirstOrDefault(told => told is { Type: PlaybackEventType.Playing, StartupMs: not null }) is { } playing)
            {
                var rung = beacon.Events.FirstOrDefault(told => told.Type == PlaybackEventType.Rung);
                PlatformMetrics.Started(beacon.Claims.Country, beacon.Claims.Device.ToString().ToLowerInvariant(), rung?.Height, playing.StartupMs!.Value);
            }
        }
    }
}
