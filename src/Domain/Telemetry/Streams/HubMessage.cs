namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>A message as the hub has it.</summary>
/// <param name="Sequence">Rising within a partition of the hub.</param>
public readonly record struct HubMessage(long Sequence, ReadOnlyMemory<byte> Body);
