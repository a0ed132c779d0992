using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Domain.Catalog;

/// <summary>Gives an asset another title, and tells of it. Telling comes last: whoever got no answer asks again, and all is told again.</summary>
public sealed class RenameAsset(Assets assets, IAssetStore store, IEventPublisher events)
{
    /// <param name="ifMatch">The ETag the caller read, or null to rename whatever is there.</param>
    /// <returns>The asset and its new ETag, or <c>asset.not_found</c>, <c>asset.changed</c>, <c>asset.title_invalid</c>, <c>asset.wrong_state</c>.</returns>
    public async Task<Result<Stored<Asset>>> ExecuteAsync(
        string ownerId, string assetId, string? title, string? ifMatch, CancellationToken ct)
    {
        var parsed = Titles.Parse(title);
        if (!parsed.Succeeded)
        {
            return parsed.Error!;
        }

        var written = await assets.WriteAsync(assetId, stored => Decide(stored, ownerId, ifMatch, parsed.Value), ct);
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

    private static Result<Asset> Decide(Stored<Asset> stored, string ownerId, string? ifMatch, string title)
    {
        var asset = stored.Value;
        return !AssetIds.IsVisibleTo(asset, ownerId) ? AssetErrors.NotFound(asset.Id)
            : asset.State == AssetState.Deleting ? AssetErrors.WrongState(asset.Id, asset.State, "Renaming")
            : ifMatch is not null && ifMatch != stored.ETag ? AssetErrors.Changed(asset.Id)
            : asset.Title == title ? asset
            : asset with { Title = title };
    }
}
