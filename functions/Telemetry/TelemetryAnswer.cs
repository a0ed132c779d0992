using StreamPlatform.Domain.Telemetry.Ingest;

namespace StreamPlatform.Functions.Telemetry;

/// <summary>What became of a request of players.</summary>
/// <param name="Accepted">Events that were taken, and are durable.</param>
/// <param name="Rejected">What was not taken, and why; sending it again is of no use.</param>
public sealed record TelemetryAnswer(int Accepted, IReadOnlyList<RejectedEvent> Rejected);
