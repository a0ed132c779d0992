using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Playback;

/// <summary>What someone may play.</summary>
/// <param name="ETag">Of the asset.</param>
/// <param name="IsOwner">The asset's owner: sees what is still being made.</param>
/// <param name="Token">To be carried into the URIs of what is fetched next; null where none is needed.</param>
public sealed record PlaybackGrant(Asset Asset, string ETag, PlaybackId PlaybackId, bool IsOwner, string? Token)
{
    /// <summary>Where the viewer is, and on which page, decided it: who asks from elsewhere may get another answer.</summary>
    public bool DependsOnPlace => !IsOwner && Asset.Restrictions is not null;

    /// <summary>True when answers may be kept by caches that many viewers share: whoever needs no token gets the same.</summary>
    public bool IsShared => Token is null;
}
