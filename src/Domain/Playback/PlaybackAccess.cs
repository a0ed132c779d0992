using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;

namespace StreamPlatform.Domain.Playback;

/// <summary>Decides who may play what: by the asset's visibility, the playback ID's policy and the token, never by guessing about the viewer.</summary>
public sealed class PlaybackAccess(IAssetStore assets, IPlaybackTokens reader, PlaybackTokens tokens, IEntitlements entitlements, TimeProvider clock)
{
    /// <summary>The asset behind a playback id for whoever asks, or why not.</summary>
    public async Task<Result<PlaybackGrant>> GrantAsync(string playbackId, Viewer viewer, CancellationToken ct)
    {
        var grant = await FindAsync(playbackId, viewer, ct);
        return !grant.Succeeded || grant.Value is { IsOwner: true } or { Asset.Restrictions: null } ? grant
            : !grant.Value.Asset.Restrictions.PlaysIn(viewer.Country) ? PlaybackErrors.CountryDenied()
            : !grant.Value.Asset.Restrictions.PlaysOn(viewer.PageHost) && !(viewer.IsOwnFrame && FrameTellsWhere(grant.Value.Asset)) ? PlaybackErrors.OriginDenied()
            : grant;
    }

    /// <summary>Of a video that not everybody may see our frame says nothing, where it may be framed neither.</summary>
    private bool FrameTellsWhere(Asset asset) => Audiences.MaySee(asset, null, clock.GetUtcNow(), entitled: false);

    /// <summary>As if everybody were at the same place.</summary>
    private async Task<Result<PlaybackGrant>> FindAsync(string playbackId, Viewer viewer, CancellationToken ct)
    {
        var stored = OpaqueId.IsValid(playbackId, AssetIds.PlaybackPrefix)
            ? await assets.FindByPlaybackIdAsync(playbackId, ct)
            : null;
        if (stored is not { Value: { State: not (AssetState.Deleting or AssetState.Deleted), Trashed: null } asset }
            || asset.PlaybackIds.FirstOrDefault(id => id.Id == playbackId) is not { } id)
        {
            return PlaybackErrors.NotFound();
        }

        if (asset.IsTakenDown)
        {
            // Tokens neither: what its owner was given could be handed on.
            return viewer.AccountId == asset.OwnerId ? PlaybackErrors.TakenDown() : PlaybackErrors.NotFound();
        }

        var audience = Audiences.Of(asset, clock.GetUtcNow());
        var isPublished = asset.PublishedRunId is not null;
        var read = await ReadAsync(asset, playbackId, viewer.Token, ct);
        if (read is { Succeeded: true, Value: var claims })
        {
            var isOwner = claims.Scope == PlaybackScope.Preview;
            return isPublished || isOwner ? new PlaybackGrant(asset, stored.ETag, id, isOwner, viewer.Token) : PlaybackErrors.NotReady();
        }

        if (isPublished && id.Policy == PlaybackPolicy.Public && audience == Audience.Everyone)
        {
            return new PlaybackGrant(asset, stored.ETag, id, IsOwner: false, Token: null);
        }

        if (viewer.AccountId == asset.OwnerId)
        {
            return new PlaybackGrant(asset, stored.ETag, id, IsOwner: true, (await tokens.PreviewAsync(id.Id, ct)).Token);
        }

        return audience == Audience.Owner ? Hidden(read?.Error)
            : read is { } refused ? refused.Error!
            : id.Policy == PlaybackPolicy.Signed ? PlaybackErrors.TokenRequired()
            : audience == Audience.Entitled && !(viewer.AccountId is { } account && await entitlements.HasAsync(account, asset, ct)) ? PlaybackErrors.NotEntitled(asset.Visibility)
            : !isPublished ? PlaybackErrors.NotReady()
            : new PlaybackGrant(asset, stored.ETag, id, IsOwner: false, (await tokens.PlayAsync(id.Id, ct)).Token);
    }

    /// <summary>Nothing is there, except for who was let in before and comes too late.</summary>
    private static Error Hidden(Error? token) => token?.Code == PlaybackErrors.TokenExpired().Code ? token : PlaybackErrors.NotFound();

    /// <summary>Null when no token came.</summary>
    private async Task<Result<PlaybackClaims>?> ReadAsync(Asset asset, string playbackId, string? token, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var read = await reader.ReadAsync(token, asset.OwnerId, ct);
        return read.Succeeded && read.Value.PlaybackId != playbackId ? PlaybackErrors.TokenInvalid() : read;
    }
}
