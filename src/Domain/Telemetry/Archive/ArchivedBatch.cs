using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Archive;

/// <summary>Messages of one partition of the hub, as they were kept: in order, and none that an earlier batch had.</summary>
public sealed record ArchivedBatch(int HubPartition, IReadOnlyList<HubMessage> Messages);
