using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Domain.Broadcasts;

/// <summary>What owners hear of their assets, wherever they are signed in.</summary>
public sealed class OwnerBroadcasts(IAssetStore store, IBroadcasts broadcasts, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>News that could not be told for so long is none: whoever connected meanwhile has read what there is.</summary>
    public static readonly TimeSpan OldNews = TimeSpan.FromMinutes(5);

    public Task<Listening> OpenAsync(string ownerId, CancellationToken ct) => broadcasts.OpenAsync(ownerId, GroupOf(ownerId), Lifetime, ct);

    /// <summary>Tells the asset's owner. May be repeated.</summary>
    public async Task TellAsync(VideoEvent happened, CancellationToken ct)
    {
        if (clock.GetUtcNow() - happened.OccurredAt < OldNews && await store.FindAsync(happened.AssetId, ct) is { Value: var asset })
        {
            await broadcasts.TellAsync(GroupOf(asset.OwnerId), new OwnerNews(happened.Type, asset.Id, asset.State, asset.Revision, happened.OccurredAt), ct);
        }
    }

    private static string GroupOf(string ownerId) => $"owner-{ownerId}";
}
