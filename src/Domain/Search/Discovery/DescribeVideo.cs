using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>What anybody may find of an asset, with what others say of it: the one gate to the public index.</summary>
public sealed class DescribeVideo(Catalog.Channels.Channels channels, IDocuments documents, Reactions reactions, ViewCounts views, TimeProvider clock)
{
    /// <summary>Null of an asset that not everybody may find at this moment.</summary>
    public async Task<IndexedVideo?> ExecuteAsync(Asset asset, CancellationToken ct)
    {
        if (!Audiences.IsListed(asset, clock.GetUtcNow()))
        {
            return null;
        }

        var channel = await channels.OfAsync(asset, ct);
        var listed = await documents.FindAsync(ChannelDocuments.Listed, ChannelDocuments.KeyOf(asset.Id), ct);
        var marks = await reactions.GetAsync(asset.Id, null, ct);
        return IndexedVideo.Of(asset) with
        {
            ChannelId = channel.Id,
            ChannelName = channel.Id == Channel.DefaultIdOf(asset.OwnerId) && channel.Name == Channel.DefaultName ? "" : channel.Name,
            PublishedAt = listed?.Value.ListedAt ?? asset.UpdatedAt,
            Views = await views.OfAsync(asset.Id, ct),
            Likes = marks.Likes,
            Dislikes = marks.Dislikes,
        };
    }
}
