namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>The hub takes no more for now: what was to be sent may be sent again in a moment.</summary>
public sealed class TelemetryStreamFullException(Exception? inner = null) : Exception("The telemetry stream takes no more for now.", inner);
