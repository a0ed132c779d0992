using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Domain.Search;

/// <summary>Something happened to an asset: brings its owner's index and the public one to what the asset is by now. May be repeated.</summary>
public sealed class IndexVideo(IAssetStore store, IVideoIndex owners, IPublicIndex videos, DescribeVideo describe)
{
    public async Task ExecuteAsync(string assetId, CancellationToken ct)
    {
        using var span = PlatformTraces.Start("index video");
        PlatformTraces.Concerns(assetId);
        var asset = (await store.FindAsync(assetId, ct))?.Value;
        await (asset is not null && await describe.ExecuteAsync(asset, ct) is { } video ? videos.PutAsync(video, ct) : videos.DeleteAsync(assetId, ct));
        await (asset is not null && VideoDocument.Of(asset) is { } document ? owners.PutAsync(document, ct) : owners.DeleteAsync(assetId, ct));
    }
}
