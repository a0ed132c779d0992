using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>
/// Listings of what anyone may find. A listing follows its assets by events and may be seconds behind; each asset is looked at
/// when it is read, so that nothing is shown that isn't public at that moment. A page may so have fewer than were asked for.
/// </summary>
public sealed class PublicVideos(IDocuments documents, IAssetStore assets, TimeProvider clock)
{
    /// <summary>A channel's, the newest first.</summary>
    public async Task<Page<PublicVideo>> OfChannelAsync(string channelId, PageRequest page, CancellationToken ct)
    {
        var found = await documents.ListAsync(ChannelDocuments.Videos, channelId, "", page, ListOrder.Descending, ct);
        return new Page<PublicVideo>(await ReadAsync([.. found.Items.Select(video => (video.AssetId, video.ListedAt))], ct), found.Cursor);
    }

    /// <summary>Those that became public on a day, the newest first.</summary>
    /// <param name="day">UTC, <c>2026-03-14</c>.</param>
    public async Task<Page<PublicVideo>> OfDayAsync(string day, PageRequest page, CancellationToken ct)
    {
        var found = await documents.ListAsync(ChannelDocuments.DayVideos, $"day-{day}", "", page, ListOrder.Descending, ct);
        return new Page<PublicVideo>(await ReadAsync([.. found.Items.Select(video => (video.AssetId, video.ListedAt))], ct), found.Cursor);
    }

    /// <summary>The days on which videos became public, the newest first.</summary>
    public async Task<Page<string>> DaysAsync(PageRequest page, CancellationToken ct)
    {
        var found = await documents.ListAsync(ChannelDocuments.Days, ListedDay.Partition, "", page, ListOrder.Descending, ct);
        return new Page<string>([.. found.Items.Select(day => day.Day)], found.Cursor);
    }

    private async Task<IReadOnlyList<PublicVideo>> ReadAsync(IReadOnlyList<(string AssetId, DateTimeOffset At)> listed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = (await assets.FindManyAsync([.. listed.Select(video => video.AssetId)], ct)).Where(asset => Audiences.IsListed(asset, now)).ToDictionary(asset => asset.Id);
        return [.. listed.Where(video => found.ContainsKey(video.AssetId)).Select(video => PublicVideo.Of(found[video.AssetId], video.At))];
    }
}

/// <summary>A video that anyone may find.</summary>
/// <param name="PlaybackId">One that needs no token.</param>
/// <param name="ListedAt">Since when anyone may.</param>
public sealed record PublicVideo(Asset Asset, string PlaybackId, DateTimeOffset ListedAt)
{
    internal static PublicVideo Of(Asset asset, DateTimeOffset listedAt) => new(asset, asset.PlaybackIds.First(id => id.Policy == PlaybackPolicy.Public).Id, listedAt);
}
