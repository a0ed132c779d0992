using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Tracks;

namespace StreamPlatform.Domain.Catalog;

/// <summary>
/// By what an asset plays: several IDs, each public or signed, that come and go while it plays by the others. One that is gone leads nowhere
/// from then on, and never to anything else.
/// </summary>
public sealed class EditPlaybackIds(Assets assets, IEventPublisher events)
{
    /// <summary>IDs of an asset.</summary>
    public const int Most = 20;

    /// <param name="requestId">The same for a request that is repeated.</param>
    /// <returns>The new ID; <c>asset.not_found</c>, <c>asset.trashed</c>, <c>asset.taken_down</c>, <c>asset.wrong_state</c> or <c>asset.too_many_playback_ids</c>.</returns>
    public async Task<Result<PlaybackId>> AddAsync(string ownerId, string assetId, PlaybackPolicy policy, string? requestId, CancellationToken ct)
    {
        var id = new PlaybackId(requestId is null ? OpaqueId.New(AssetIds.PlaybackPrefix) : OpaqueId.From(AssetIds.PlaybackPrefix, requestId), policy);
        var written = await WriteAsync(
            ownerId,
            assetId,
            asset => asset.PlaybackIds.Any(there => there.Id == id.Id) ? asset
                : asset.PlaybackIds.Count >= Most ? AssetErrors.TooManyPlaybackIds(Most)
                : asset with { PlaybackIds = [.. asset.PlaybackIds, id] },
            ct);
        return written.Succeeded ? written.Value.PlaybackIds.First(there => there.Id == id.Id) : written.Error!;
    }

    /// <summary>Absent is fine; the last one stays.</summary>
    public async Task<Result<Done>> RemoveAsync(string ownerId, string assetId, string playbackId, CancellationToken ct)
    {
        var written = await WriteAsync(
            ownerId,
            assetId,
            asset => asset.PlaybackIds.All(there => there.Id != playbackId) ? asset
                : asset.PlaybackIds.Count == 1 ? AssetErrors.LastPlaybackId()
                : asset with { PlaybackIds = [.. asset.PlaybackIds.Where(there => there.Id != playbackId)] },
            ct);
        return written.Succeeded ? default(Done) : written.Error!;
    }

    private async Task<Result<Asset>> WriteAsync(string ownerId, string assetId, Func<Asset, Result<Asset>> change, CancellationToken ct)
    {
        var written = OpaqueId.IsValid(assetId, AssetIds.Prefix)
            ? await assets.WriteAsync(assetId, stored => OwnedAsset.Refuse(stored, ownerId, null) is { } refused ? refused : change(stored.Value), ct)
            : AssetErrors.NotFound(assetId);
        if (written is { Succeeded: true, Value.PublishedRunId: not null })
        {
            await events.PublishAsync(VideoEvents.OfUpdate(written.Value), ct);
        }

        return written;
    }
}
