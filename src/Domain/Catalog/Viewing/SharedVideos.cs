namespace StreamPlatform.Domain.Catalog.Viewing;

/// <summary>Videos that whoever has their address may see without signing in: what may be told of them to other sites.</summary>
public sealed class SharedVideos(IAssetStore assets, TimeProvider clock)
{
    /// <summary>Null of everything else, whether it is there or not.</summary>
    public async Task<SharedVideo?> FindAsync(string playbackId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return OpaqueId.IsValid(playbackId, AssetIds.PlaybackPrefix)
            && await assets.FindByPlaybackIdAsync(playbackId, ct) is { Value: var asset }
            && asset.PlaybackIds.Any(id => id.Id == playbackId && id.Policy == PlaybackPolicy.Public)
            && Audiences.MaySee(asset, null, now, entitled: false)
                ? new SharedVideo(asset, playbackId, Audiences.IsListed(asset, now))
                : null;
    }
}

/// <summary>A video that plays for whoever has its address.</summary>
/// <param name="IsListed">Anyone may find it, too.</param>
public sealed record SharedVideo(Asset Asset, string PlaybackId, bool IsListed)
{
    /// <summary>Null where it may be shown on any page.</summary>
    public IReadOnlyList<string>? OnlyOn => Asset.Restrictions?.AllowedOrigins is { Count: > 0 } hosts ? hosts : null;
}
