using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Playback;

/// <summary>Decides who may play what: by policy and token, never by guessing about the viewer.</summary>
public sealed class PlaybackAccess(IAssetStore assets, IPlaybackTokens tokens)
{
    /// <summary>The asset behind a playback id for whoever asks, or why not.</summary>
    public async Task<Result<PlaybackGrant>> GrantAsync(string playbackId, string? token, CancellationToken ct)
    {
        var stored = OpaqueId.IsValid(playbackId, AssetIds.PlaybackPrefix)
            ? await assets.FindByPlaybackIdAsync(playbackId, ct)
            : null;
        if (stored is not { Value: { State: not (AssetState.Deleting or AssetState.Deleted) } asset }
            || asset.PlaybackIds.FirstOrDefault(id => id.Id == playbackId) is not { } id)
        {
            return PlaybackErrors.NotFound();
        }

        var read = await ReadAsync(playbackId, token, ct);
        var isPublished = asset.PublishedRunId is not null;
        if (read is { Succeeded: false } && (id.Policy == PlaybackPolicy.Signed || !isPublished))
        {
            return read.Value.Error!;
        }

        var scope = read is { Succeeded: true } claims ? claims.Value.Scope : (PlaybackScope?)null;
        return scope is null && id.Policy == PlaybackPolicy.Signed ? PlaybackErrors.TokenRequired()
            : !isPublished && scope != PlaybackScope.Preview ? PlaybackErrors.NotReady()
            : new PlaybackGrant(asset, id, scope == PlaybackScope.Preview, scope is null ? null : token);
    }

    /// <summary>Null when no token came.</summary>
    private async Task<Result<PlaybackClaims>?> ReadAsync(string playbackId, string? token, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var read = await tokens.ReadAsync(token, ct);
        return read.Succeeded && read.Value.PlaybackId != playbackId ? PlaybackErrors.TokenInvalid() : read;
    }
}

/// <summary>What someone may play.</summary>
/// <param name="IsOwner">The asset's owner: sees what is still being made.</param>
/// <param name="Token">To be carried into the URIs of what is fetched next; null where none is needed.</param>
public sealed record PlaybackGrant(Asset Asset, PlaybackId PlaybackId, bool IsOwner, string? Token)
{
    /// <summary>True when answers may be kept by caches that many viewers share.</summary>
    public bool IsShared => Token is null && PlaybackId.Policy == PlaybackPolicy.Public;
}
