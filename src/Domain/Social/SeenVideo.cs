using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Social;

/// <summary>A video that someone may see, and so may talk about.</summary>
/// <param name="IsOwner">It is theirs.</param>
public sealed record SeenVideo(Asset Asset, string PlaybackId, bool IsOwner);
