namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>What became of a request of players.</summary>
/// <param name="Accepted">Events that are durable now.</param>
/// <param name="Rejected">What was not taken, in order.</param>
/// <param name="RetryIn">Until the first of the sessions that told too often may tell again; null when none did.</param>
public sealed record TakenBeacons(int Accepted, IReadOnlyList<RejectedEvent> Rejected, TimeSpan? RetryIn);
