namespace StreamPlatform.Domain.Live;

/// <summary>That an encoder may send, as its node holds it.</summary>
/// <param name="OwnerId">Whose stream it is.</param>
/// <param name="BroadcastId">New with each connection.</param>
/// <param name="OriginPath">
/// Where the node serves it: <c>live/{node}/{random}</c>, new with each broadcast and unguessable, without slashes at its ends.
/// </param>
/// <param name="KeyHash">SHA-256 of the key that the encoder came in by: when it is replaced, the grant is over.</param>
public sealed record LiveIngestGrant(string OwnerId, string LiveStreamId, string BroadcastId, string OriginPath, string KeyHash);
