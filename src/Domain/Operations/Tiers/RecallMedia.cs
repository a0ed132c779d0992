using System.Globalization;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Operations.Tiers;

/// <summary>
/// Brings the media of a video back out of the archive once somebody wants to watch it. That it was wanted is written into the
/// asset and told as an event; a workflow does the rest.
/// </summary>
public sealed class RecallMedia(IAssetStore store, Assets assets, IEventPublisher events, IBlobStore blobs, TimeProvider clock)
{
    /// <summary>When it is told again, should the first time have been lost between writing and telling.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(15);

    private readonly Bounded<string, Told> _told = new(1000);

    /// <summary>Somebody wants to watch it. Asked as often as anybody likes; written once, told a few times an hour at most.</summary>
    public async Task AskAsync(Asset asset, CancellationToken ct)
    {
        var told = _told.GetOrAdd(asset.Id, _ => new Told());
        var now = clock.GetUtcNow();
        if (asset.Archived is null || !told.IsDue(now, Again))
        {
            return;
        }

        var written = await assets.UpdateAsync(
            asset.Id, stored => stored.Archived is { RecalledAt: null } mark ? stored with { Archived = mark with { RecalledAt = now } } : stored, ct);
        if (written is { Succeeded: true, Value.Archived: not null })
        {
            await events.PublishAsync(VideoEvents.OfUpdate(written.Value), ct);
        }
    }

    /// <summary>The workflow that an asset needs; null when it is not in the archive, or nobody wants it.</summary>
    public async Task<MediaRecall?> FindAsync(string assetId, CancellationToken ct) =>
        await store.FindAsync(assetId, ct) is { Value: { Archived.RecalledAt: { } at, PublishedRunId: not null } } ? new MediaRecall(assetId, at) : null;

    /// <summary>Asks for every segment that is in the archive; true when none is any more, and the video plays again. May be repeated.</summary>
    public async Task<bool> BringBackAsync(string assetId, CancellationToken ct)
    {
        if (await store.FindAsync(assetId, ct) is not { Value: { Archived.RecalledAt: not null, PublishedRunId: not null } asset })
        {
            return true;
        }

        var away = false;
        foreach (var runId in asset.MediaRuns())
        {
            await foreach (var blob in blobs.ListAsync(Containers.Media, new RunPaths(asset.Id, runId).Prefix, ct))
            {
                if (blob.Tier != StorageTier.Archive)
                {
                    continue;
                }

                away |= blob.IsReturning || await blobs.SetTierAsync(new BlobPath(Containers.Media, blob.Name), StorageTier.Hot, ct) == TierChange.Returning;
            }
        }

        if (!away)
        {
            await assets.UpdateAsync(assetId, stored => stored.Archived is { RecalledAt: not null } ? stored with { Archived = null } : stored, ct);
        }

        return !away;
    }

    private sealed class Told
    {
        private readonly Lock _gate = new();
        private DateTimeOffset? _at;

        public bool IsDue(DateTimeOffset now, TimeSpan pause)
        {
            lock (_gate)
            {
                if (_at is { } at && now - at < pause)
                {
                    return false;
                }

                _at = now;
                return true;
            }
        }
    }
}

/// <summary>Input of the <c>RecallMedia</c> workflow.</summary>
public sealed record MediaRecall(string AssetId, DateTimeOffset At)
{
    public const string Workflow = "RecallMedia";

    public string InstanceId() => string.Create(CultureInfo.InvariantCulture, $"recall-{AssetId}-{At.UtcTicks:x}");
}
