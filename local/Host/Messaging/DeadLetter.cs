namespace StreamPlatform.Local.Host.Messaging;

/// <summary>A message that has been given up.</summary>
public sealed record DeadLetter(long Sequence, string MessageId, string? SessionId, BinaryData Body, int Deliveries, string Reason);
