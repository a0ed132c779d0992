namespace StreamPlatform.Local.Host.Messaging;

/// <summary>A message handed out under a lock.</summary>
/// <param name="Sequence">Its place in the order of arrival.</param>
/// <param name="Deliveries">How often it has been handed out, this time included.</param>
/// <param name="LockToken">Proves to the broker that the lock is still ours.</param>
/// <param name="TraceParent">The span that sent it; null when nobody recorded.</param>
public sealed record BusMessage(
    long Sequence, string MessageId, string? SessionId, BinaryData Body, DateTimeOffset Enqueued, int Deliveries, string LockToken, string? TraceParent = null);
