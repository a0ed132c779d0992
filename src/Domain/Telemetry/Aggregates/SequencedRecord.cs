using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>A record and its place in its partition of the hub.</summary>
internal readonly record struct SequencedRecord(long Sequence, TelemetryRecord Record);
