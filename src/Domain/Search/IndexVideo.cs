using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Search;

/// <summary>Something happened to an asset: brings the index to what the asset is by now. May be repeated.</summary>
public sealed class IndexVideo(IAssetStore store, IVideoIndex index)
{
    public async Task ExecuteAsync(string assetId, CancellationToken ct)
    {
        if (await store.FindAsync(assetId, ct) is { Value: var asset } && VideoDocument.Of(asset) is { } document)
        {
            await index.PutAsync(document, ct);
        }
        else
        {
            await index.DeleteAsync(assetId, ct);
        }
    }
}
