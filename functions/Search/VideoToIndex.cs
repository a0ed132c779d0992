using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Search;

namespace StreamPlatform.Functions.Search;

/// <summary>Keeps the search index with the catalog, asset by asset in the order of what happened.</summary>
public sealed class VideoToIndex(IndexVideo index)
{
    [Function(nameof(VideoToIndex))]
    public Task RunAsync(
        [ServiceBusTrigger("video-events", "search", IsSessionsEnabled = true, Connection = "ServiceBus")] VideoEvent happened, CancellationToken ct) =>
        index.ExecuteAsync(happened.AssetId, ct);
}
