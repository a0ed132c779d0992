using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Recommendations.Home;

/// <summary>What was published last, as far as it plays where it is asked for.</summary>
public sealed class FreshVideos(IDocuments documents, IAssetStore assets)
{
    /// <summary>Days with videos that are looked through.</summary>
    private const int Days = 14;

    /// <param name="country">Null when nobody can tell.</param>
    /// <param name="asOf">Nothing that was published later, or then.</param>
    public async Task<IReadOnlyList<Pick>> ListAsync(string? country, DateTimeOffset asOf, int limit, CancellationToken ct)
    {
        var fresh = new List<Pick>();
        var days = await documents.ListAsync(ChannelDocuments.Days, ListedDay.Partition, "", new PageRequest(null, Days), ListOrder.Descending, ct);
        foreach (var day in days.Items)
        {
            string? cursor = null;
            do
            {
                var page = await documents.ListAsync(ChannelDocuments.DayVideos, $"day-{day.Day}", "", new PageRequest(cursor, limit), ListOrder.Descending, ct);
                fresh.AddRange(await ReadAsync([.. page.Items.Where(video => video.ListedAt < asOf)], country, asOf, ct));
                cursor = page.Cursor;
            }
            while (cursor is not null && fresh.Count < limit);

            if (fresh.Count >= limit)
                break;
        }

        return [.. fresh.Take(limit)];
    }

    private async Task<IEnumerable<Pick>> ReadAsync(IReadOnlyList<DayVideo> listed, string? country, DateTimeOffset asOf, CancellationToken ct)
    {
        var found = listed.Count == 0 ? [] : (await assets.FindManyAsync([.. listed.Select(video => video.AssetId)], ct)).ToDictionary(asset => asset.Id, StringComparer.Ordinal);
        return listed
            .Where(video => found.TryGetValue(video.AssetId, out var asset) && Audiences.IsListed(asset, asOf) && asset.Restrictions?.PlaysIn(country) != false)
            .Select(video => (Asset: found[video.AssetId], video.ListedAt))
            .Select(video => new Pick(video.Asset.Id, ChannelOf(video.Asset), video.Asset.Metadata.Category, video.ListedAt, PickReason.Fresh));
    }

    /// <summary>As what is shown of it says.</summary>
    internal static string ChannelOf(Asset asset) => asset.ChannelId ?? Channel.DefaultIdOf(asset.OwnerId);
}
