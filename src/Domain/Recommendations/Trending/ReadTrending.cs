using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>What trends in a region, for anybody.</summary>
public sealed class ReadTrending(TrendingLists lists, ShowPicks show)
{
    /// <summary>Who goes through the pages goes through one version while it is there, and goes on at the same place in the latest when it isn't any more.</summary>
    /// <param name="region">Null for where the viewer is. A country that has no list of its own gets the world's.</param>
    /// <param name="country">Where the viewer is; null when nobody can tell.</param>
    /// <exception cref="InvalidCursorException">The cursor is none of a page of this.</exception>
    public async Task<Recommended> ExecuteAsync(string? region, VideoCategory? category, string? country, PageRequest page, CancellationToken ct)
    {
        var cursor = FeedCursor.Parse(page.Cursor);
        if (await lists.HeadAsync(ct) is not { } head)
        {
            return new Recommended(Regions.World, [], null, [], null, false);
        }

        var (shown, version, ranked) = cursor is not null && await lists.FindAsync(cursor.Region, cursor.Version, category, ct) is { } same
            ? (cursor.Region, cursor.Version, same)
            : await LatestAsync(head, region ?? country, category, ct);
        var (items, next, depends) = await show.ShowAsync(ranked.Picks, cursor?.Place ?? 0, Math.Min(page.Limit, ShowPicks.MaxPage), country, ct);
        return new Recommended(
            shown,
            head.Countries,
            ranked.MadeAt,
            items,
            next is { } place ? new FeedCursor(version, shown, ranked.MadeAt, place).ToString() : null,
            depends || (region is null && country is not null));
    }

    private async Task<(string Region, long Version, RankedPicks Ranked)> LatestAsync(TrendingHead head, string? wanted, VideoCategory? category, CancellationToken ct)
    {
        var region = head.RegionOf(wanted);
        return await lists.FindAsync(region, head.Version, category, ct) is { } ranked ? (region, head.Version, ranked)
            : (Regions.World, head.Version, await lists.FindAsync(Regions.World, head.Version, category, ct) ?? new RankedPicks(head.Hour.AddHours(1), []));
    }
}
