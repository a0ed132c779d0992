using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>What a request of players holds.</summary>
/// <param name="Records">One for each beacon of which something was accepted.</param>
/// <param name="Accepted">Events.</param>
/// <param name="Rejected">In order.</param>
internal sealed record ReadBeacons(IReadOnlyList<BeaconRecord> Records, int Accepted, IReadOnlyList<RejectedEvent> Rejected);
