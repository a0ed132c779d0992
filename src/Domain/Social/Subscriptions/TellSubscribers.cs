using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Social.Marking;
using StreamPlatform.Domain.Social.Notifications;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Subscriptions;

/// <summary>Tells a channel's subscribers of a new video that anyone may find.</summary>
public sealed class TellSubscribers(IDocuments documents, IAssetStore assets, Channels channels, Tallies tallies, Notices notices, TimeProvider clock)
{
    /// <summary>Of a channel that has more, nobody is told: they find its videos where they find the channel's.</summary>
    public const long MostTold = 100_000;

    /// <summary>Subscribers a step.</summary>
    public const int AtOnce = 100;

    /// <summary>What anyone could find for longer than this is not new.</summary>
    private static readonly TimeSpan New = TimeSpan.FromDays(7);

    /// <summary>What there is to tell after something happened to an asset; null for nothing.</summary>
    public async Task<NewVideo?> FindAsync(VideoEvent happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await assets.FindAsync(happened.AssetId, ct) is not { Value: var asset } || !Audiences.IsListed(asset, now)
            || (await documents.FindAsync(ChannelDocuments.Listed, ChannelDocuments.KeyOf(asset.Id), ct) is { Value: var listed } && now - listed.ListedAt > New))
        {
            return null;
        }

        var subject = Subscriptions.SubjectOf((await channels.OfAsync(asset, ct)).Id);
        var counts = await tallies.CountAsync(subject, ct);
        var buckets = new List<string>();
        await foreach (var tally in tallies.AllAsync(subject, ct))
            buckets.Add(tally.Partition);
        return counts[Subscriptions.Loud] is > 0 and <= MostTold ? new NewVideo(subject.Id, asset.Id, buckets, null) : null;
    }

    /// <summary>Tells some; may be repeated.</summary>
    /// <returns>What is left; null when all are told, or the video is not to be found any more.</returns>
    public async Task<NewVideo?> StepAsync(NewVideo video, CancellationToken ct)
    {
        if (video.Buckets.Count == 0 || await assets.FindAsync(video.AssetId, ct) is not { Value: var asset } || !Audiences.IsListed(asset, clock.GetUtcNow()))
        {
            return null;
        }

        var page = await documents.ListAsync(MarkDocuments.Marks, video.Buckets[0], "", new PageRequest(video.Cursor, AtOnce), ListOrder.Ascending, ct);
        foreach (var mark in page.Items.Where(mark => mark.Value == Subscriptions.Loud && mark.PersonId != asset.OwnerId))
        {
            var id = Notification.IdOf(NotificationKind.Video, asset.Id, mark.PersonId);
            await notices.TellAsync(new Notification(Notification.CurrentSchemaVersion, mark.PersonId, id, NotificationKind.Video, asset.Id, null, null, video.ChannelId, clock.GetUtcNow()), ct);
        }

        return page.Cursor is not null ? video with { Cursor = page.Cursor }
            : video.Buckets.Count > 1 ? video with { Buckets = [.. video.Buckets.Skip(1)], Cursor = null }
            : null;
    }
}
