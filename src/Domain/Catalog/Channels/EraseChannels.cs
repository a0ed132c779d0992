using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>Somebody's channels, whose videos are gone before: what their listings still have is taken out here, however late events are.</summary>
public sealed class EraseChannels(Channels channels, ListVideo list, IDocuments documents, TimeProvider clock) : IErasePerson
{
    public string Part => "channels";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        var found = await channels.ListOwnAsync(personId, new PageRequest(null, Channel.Most), ct);
        foreach (var channel in found.Items)
        {
            var listed = await documents.ListAsync(ChannelDocuments.Videos, channel.Id, "", new PageRequest(null, PageRequest.MaxLimit), ListOrder.Descending, ct);
            foreach (var video in listed.Items)
            {
                await list.ExecuteAsync(new VideoEvent($"{video.AssetId}/{VideoEvents.Deleted}", VideoEvents.Deleted, video.AssetId, clock.GetUtcNow()), ct);
                await documents.RemoveAsync(ChannelDocuments.Videos, new DocumentKey(channel.Id, video.AssetId), ct);
            }

            // Names first: of a channel that is gone nobody knows them any more.
            await ForgetAsync(channel.Handle, channel, ct);
            await ForgetAsync(channel.Id, channel, ct);
            var deleted = await channels.DeleteAsync(personId, channel.Id, ct);
            if (!deleted.Succeeded && deleted.Error!.Code != ChannelErrors.NotEmpty().Code)
            {
                throw new TimeoutException(deleted.Error.Message);
            }
        }

        return PartErased.Of(found.Cursor, found.Items.Count);
    }

    private async Task ForgetAsync(string name, Channel channel, CancellationToken ct)
    {
        if (await documents.FindAsync(ChannelDocuments.Names, ChannelDocuments.KeyOf(name), ct) is { } stored && stored.Value.ChannelId == channel.Id)
        {
            await documents.WriteAsync(ChannelDocuments.Names.Delete(stored.Value, stored.ETag), ct);
        }
    }
}
