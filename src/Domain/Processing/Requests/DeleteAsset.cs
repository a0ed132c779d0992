using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Requests;

/// <summary>
/// The owner deletes an asset: checked here, done by the erasing workflow, which is scheduled before anything is written
/// so that no crash leaves an asset half deleted.
/// </summary>
public sealed class DeleteAsset(GetAsset get)
{
    /// <param name="ifMatch">ETag the caller read, or null to delete whatever is there.</param>
    /// <returns>The asset; <c>asset.not_found</c> or <c>asset.changed</c>.</returns>
    public async Task<Result<Asset>> CheckAsync(string ownerId, string assetId, string? ifMatch, CancellationToken ct)
    {
        var found = await get.EvenTrashedAsync(ownerId, assetId, ct);
        return !found.Succeeded ? found.Error!
            : ifMatch is not null && found.Value.ETag != ifMatch ? AssetErrors.Changed(assetId)
            : found.Value.Value;
    }
}
