namespace StreamPlatform.Domain.Telemetry.Deliveries;

/// <summary>A session that only one of both sources knows.</summary>
/// <param name="WatchedMs">That it told of; 0 of one that told nothing.</param>
/// <param name="Requests">That named it; 0 of one that nothing was given to.</param>
public sealed record DeliverySample(string SessionId, string AssetId, long WatchedMs, long Requests, long Bytes);
