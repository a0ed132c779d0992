using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Domain.Catalog.Timers;

/// <summary>
/// Makes a scheduled asset public when its moment has come, and tells of it. That it is public by then does not hang on this:
/// <see cref="Viewing.Audiences"/> looks at the clock. Every method may be repeated.
/// </summary>
public sealed class ReleaseAsset(IAssetStore store, Assets assets, IEventPublisher events)
{
    /// <summary>What there is to wait for; null of an asset that is not scheduled.</summary>
    public async Task<ScheduledRelease?> FindAsync(string assetId, CancellationToken ct) =>
        await store.FindAsync(assetId, ct) is { Value: { Visibility: Visibility.Scheduled, PublishAt: { } at } } ? new ScheduledRelease(assetId, at) : null;

    /// <summary>Called at the moment. An asset that was scheduled anew, made something else or deleted stays as it is.</summary>
    public async Task ExecuteAsync(ScheduledRelease release, CancellationToken ct)
    {
        var written = await assets.UpdateAsync(
            release.AssetId, asset => asset.Visibility == Visibility.Scheduled && asset.PublishAt == release.At ? asset with { Visibility = Visibility.Public } : asset, ct);
        if (written.Error?.Code == "asset.busy")
        {
            throw new TimeoutException(written.Error.Message);
        }

        // Once more for a repeat whose first try died before it told.
        if (written.Succeeded && written.Value is { Visibility: Visibility.Public, PublishedRunId: not null } released && released.PublishAt == release.At)
        {
            await events.PublishAsync(VideoEvents.OfUpdate(released), ct);
        }
    }
}
