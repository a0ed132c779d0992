using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Domain.Catalog.Metadata;

/// <summary>Changes what an owner says of an asset, and tells of it. Telling comes last: whoever got no answer asks again, and all is told again.</summary>
public sealed class EditAsset(Assets assets, IAssetStore store, IEventPublisher events, Channels.Channels channels, TimeProvider clock)
{
    /// <param name="ifMatch">The ETag the caller read, or null to change whatever is there.</param>
    /// <returns>The asset and its new ETag, or <c>asset.not_found</c>, <c>asset.changed</c>, <c>asset.wrong_state</c>, <c>asset.*_invalid</c>, <c>channel.not_found</c>.</returns>
    public async Task<Result<Stored<Asset>>> ExecuteAsync(
        string ownerId, string assetId, AssetChange change, string? ifMatch, CancellationToken ct)
    {
        if (change.ChannelId.Value is { } channel && await channels.GetOwnAsync(ownerId, channel, ct) is { Succeeded: false, Error: var missing })
        {
            return missing!;
        }

        var written = await assets.WriteAsync(assetId, stored => Decide(stored, ownerId, ifMatch, change), ct);
        if (!written.Succeeded)
        {
            return written.Error!;
        }

        if (written.Value.PublishedRunId is not null)
        {
            await events.PublishAsync(VideoEvents.OfUpdate(written.Value), ct);
        }

        return await store.FindAsync(assetId, ct) ?? (Result<Stored<Asset>>)AssetErrors.NotFound(assetId);
    }

    private Result<Asset> Decide(Stored<Asset> stored, string ownerId, string? ifMatch, AssetChange change)
    {
        var asset = stored.Value;
        return !AssetIds.IsVisibleTo(asset, ownerId) ? AssetErrors.NotFound(asset.Id)
            : asset.State == AssetState.Deleting ? AssetErrors.WrongState(asset.Id, asset.State, "Changing")
            : asset.Trashed is not null ? AssetErrors.Trashed(asset.Id)
            : asset.IsTakenDown ? AssetErrors.TakenDown(asset.Id)
            : ifMatch is not null && ifMatch != stored.ETag ? AssetErrors.Changed(asset.Id)
            : change.ApplyTo(asset, clock.GetUtcNow());
    }
}
