namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>What was not taken of a request, and why. Sending it again is of no use.</summary>
/// <param name="Beacon">Which beacon, from 0.</param>
/// <param name="Event">Which of its events, from 0; null for the whole beacon.</param>
/// <param name="Code">Stable, such as <c>telemetry.event_invalid</c>.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record RejectedEvent(int Beacon, int? Event, string Code, string Reason);
