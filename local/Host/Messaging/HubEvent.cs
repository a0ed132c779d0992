namespace StreamPlatform.Local.Host.Messaging;

/// <summary>An event as a partition keeps it.</summary>
internal sealed record HubEvent(long Sequence, string? PartitionKey, BinaryData Body, DateTimeOffset Enqueued);
