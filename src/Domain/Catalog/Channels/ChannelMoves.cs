using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>A channel's own documents when it goes to another account. Every method may be repeated.</summary>
public sealed class ChannelMoves(IDocuments documents, TimeProvider clock)
{
    /// <summary>Both accounts have it; its names lead to the first. False when the first has it no more.</summary>
    public async Task<bool> BeginAsync(string from, string to, string channelId, CancellationToken ct)
    {
        if (await FindAsync(from, channelId, ct) is not { Value: var channel })
        {
            return false;
        }

        await documents.WriteAsync(ChannelDocuments.Channels.Add(channel with { OwnerId = to }), ct);
        return true;
    }

    /// <summary>The second alone has it, as the first had it last.</summary>
    public async Task FinishAsync(string from, string to, string channelId, CancellationToken ct)
    {
        while (await FindAsync(from, channelId, ct) is { Value: var channel } stored)
        {
            await documents.WriteAsync(ChannelDocuments.Channels.Put(channel with { OwnerId = to }), ct);
            foreach (var name in new[] { channel.Handle, channel.Id })
            {
                await documents.WriteAsync(ChannelDocuments.Names.Put(new ChannelName(ChannelName.CurrentSchemaVersion, name, to, channelId, clock.GetUtcNow())), ct);
            }

            await documents.WriteAsync(ChannelDocuments.Channels.Delete(channel, stored.ETag), ct);
        }
    }

    private Task<Stored<Channel>?> FindAsync(string ownerId, string channelId, CancellationToken ct) =>
        documents.FindAsync(ChannelDocuments.Channels, new DocumentKey(ownerId, channelId), ct);
}
