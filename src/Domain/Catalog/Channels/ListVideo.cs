using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>
/// Something happened to an asset: puts it into the listings it belongs to by now, and takes it out of others. Each write may be
/// repeated; where the asset is listed is written down last, so that an event which comes again finds what is left to do.
/// </summary>
public sealed class ListVideo(IDocuments documents, IAssetStore assets, Channels channels, TimeProvider clock)
{
    public async Task ExecuteAsync(VideoEvent happened, CancellationToken ct)
    {
        var asset = (await assets.FindAsync(happened.AssetId, ct))?.Value;
        var listed = await documents.FindAsync(ChannelDocuments.Listed, ChannelDocuments.KeyOf(happened.AssetId), ct);
        if (asset is null || !Audiences.IsListed(asset, clock.GetUtcNow()))
        {
            await RemoveAsync(listed, ct);
            return;
        }

        var channel = await channels.OfAsync(asset, ct);
        if (listed is not null && listed.Value.ChannelId != channel.Id)
        {
            await RemoveFromChannelAsync(listed.Value, ct);
        }

        var (at, day) = (listed?.Value.ListedAt ?? happened.OccurredAt, ChannelDocuments.DayOf(listed?.Value.ListedAt ?? happened.OccurredAt));
        await documents.WriteAsync(ChannelDocuments.Videos.Put(new ChannelVideo(ChannelVideo.CurrentSchemaVersion, channel.Id, asset.Id, at)), ct);
        await documents.WriteAsync(ChannelDocuments.Days.Put(new ListedDay(ListedDay.CurrentSchemaVersion, day)), ct);
        await documents.WriteAsync(ChannelDocuments.DayVideos.Put(new DayVideo(DayVideo.CurrentSchemaVersion, day, asset.Id, at)), ct);
        await documents.WriteAsync(ChannelDocuments.Listed.Put(new ListedVideo(ListedVideo.CurrentSchemaVersion, asset.Id, channel.Id, at)), ct);
    }

    private async Task RemoveAsync(Stored<ListedVideo>? listed, CancellationToken ct)
    {
        if (listed is null)
        {
            return;
        }

        await RemoveFromChannelAsync(listed.Value, ct);
        var key = new DocumentKey($"day-{ChannelDocuments.DayOf(listed.Value.ListedAt)}", listed.Value.AssetId);
        if (await documents.FindAsync(ChannelDocuments.DayVideos, key, ct) is { } ofDay)
        {
            await documents.WriteAsync(ChannelDocuments.DayVideos.Delete(ofDay.Value, ofDay.ETag), ct);
        }

        await documents.WriteAsync(ChannelDocuments.Listed.Delete(listed.Value, listed.ETag), ct);
    }

    private async Task RemoveFromChannelAsync(ListedVideo listed, CancellationToken ct)
    {
        if (await documents.FindAsync(ChannelDocuments.Videos, new DocumentKey(listed.ChannelId, listed.AssetId), ct) is { } video)
        {
            await documents.WriteAsync(ChannelDocuments.Videos.Delete(video.Value, video.ETag), ct);
        }
    }
}
