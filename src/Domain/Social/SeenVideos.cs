using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Social;

/// <summary>What people say of a video is for those who may see it: for the others there is none.</summary>
public sealed class SeenVideos(IAssetStore assets, IEntitlements entitlements, TimeProvider clock)
{
    /// <param name="person">Null for somebody who did not sign in.</param>
    public async Task<Result<SeenVideo>> FindAsync(Person? person, string playbackId, CancellationToken ct) =>
        OpaqueId.IsValid(playbackId, AssetIds.PlaybackPrefix)
        && await assets.FindByPlaybackIdAsync(playbackId, ct) is { Value: var asset }
        && await MaySeeAsync(person, asset, ct)
            ? new SeenVideo(asset, playbackId, asset.OwnerId == person?.AccountId)
            : PlaybackErrors.NotFound();

    /// <summary>Whether somebody may see the asset, and so learn that it is there.</summary>
    public async Task<bool> MaySeeAsync(Person? person, Asset asset, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var entitled = person is not null && Audiences.Of(asset, now) == Audience.Entitled && await entitlements.HasAsync(person.AccountId, asset, ct);
        return Audiences.MaySee(asset, person?.AccountId, now, entitled);
    }
}
