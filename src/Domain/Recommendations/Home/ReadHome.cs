using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Recommendations.Trending;
using StreamPlatform.Domain.Social;

namespace StreamPlatform.Domain.Recommendations.Home;

/// <summary>
/// What the first page shows somebody. It is made when it is asked for, of lists that are there: what trends where they are, what
/// is new and, of who has signed in, what they subscribe to and like. Of the same minute it is the same, so who goes through its
/// pages meets nothing twice.
/// </summary>
public sealed class ReadHome(TrendingLists lists, FreshVideos fresh, PersonalPicks personal, ShowPicks show, TimeProvider clock)
{
    /// <summary>Videos of a feed.</summary>
    public const int Longest = 200;

    /// <summary>A feed changes no more often.</summary>
    private const int Seconds = 60;

    /// <summary>By when listings have what was published before: what comes to them later is in a later feed.</summary>
    private const int SettledSeconds = 15;

    /// <summary>Feeds last so long, though who goes on later goes on at the same place.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(6);

    /// <summary>Videos, of all feeds in memory together.</summary>
    private const int Capacity = 100_000;

    private const int Trends = 0, New = 1, News = 2, More = 3, Likes = 4;

    private static readonly int[] Turns = [Trends, Trends, New], PersonalTurns = [News, Trends, More, News, Likes, Trends, New, News];

    private readonly Bounded<(string? PersonId, string? Country, long Version, DateTimeOffset AsOf), IReadOnlyList<Pick>> _feeds = new(Capacity, picks => picks.Count + 1);

    /// <param name="person">Null for nobody.</param>
    /// <param name="country">Where they are; null when nobody can tell.</param>
    /// <exception cref="InvalidCursorException">The cursor is none of a page of this.</exception>
    public async Task<Recommended> ExecuteAsync(Person? person, string? country, PageRequest page, CancellationToken ct)
    {
        var (cursor, head, now) = (FeedCursor.Parse(page.Cursor), await lists.HeadAsync(ct), clock.GetUtcNow());
        var asOf = DateTimeOffset.FromUnixTimeSeconds((now.ToUnixTimeSeconds() - SettledSeconds) / Seconds * Seconds);
        var (version, region) = (head?.Version ?? 0, head?.RegionOf(country) ?? Regions.World);
        if (cursor is not null && cursor.AsOf <= asOf && now - cursor.AsOf < Oldest && (cursor.Version == 0 || await lists.FindAsync(cursor.Region, cursor.Version, null, ct) is not null))
        {
            (version, region, asOf) = (cursor.Version, cursor.Region, cursor.AsOf);
        }

        var feed = await FeedAsync(person, country, region, version, asOf, ct);
        var (items, next, depends) = await show.ShowAsync(feed, cursor?.Place ?? 0, Math.Min(page.Limit, ShowPicks.MaxPage), country, ct);
        return new Recommended(
            region, head?.Countries ?? [], asOf, items, next is { } place ? new FeedCursor(version, region, asOf, place).ToString() : null, depends || country is not null);
    }

    private async Task<IReadOnlyList<Pick>> FeedAsync(Person? person, string? country, string region, long version, DateTimeOffset asOf, CancellationToken ct)
    {
        var key = (person?.Id, country, version, asOf);
        if (_feeds.Find(key) is { } kept)
            return kept;
        var trends = await TrendsAsync(region, version, null, ct);
        var news = await fresh.ListAsync(country, asOf, Longest, ct);
        var feed = person is null ? MixFeed.Mix(Turns, [trends, news], Longest) : await PersonalAsync(person, trends, news, region, version, asOf, ct);
        _feeds.Set(key, feed);
        return feed;
    }

    private async Task<IReadOnlyList<Pick>> PersonalAsync(
        Person person, IReadOnlyList<Pick> trends, IReadOnlyList<Pick> news, string region, long version, DateTimeOffset asOf, CancellationToken ct)
    {
        var taste = await personal.ReadAsync(person, asOf, ct);
        var likes = await Task.WhenAll(taste.Categories.Select(category => TrendsAsync(region, version, category, ct)));
        var ofCategories = MixFeed.Mix([.. Enumerable.Range(0, Math.Max(1, likes.Length))], likes.Length == 0 ? [[]] : likes, Longest);
        return MixFeed.Mix(
            PersonalTurns,
            [.. new[] { trends, news, taste.News, taste.More, [.. ofCategories.Select(pick => pick with { Why = PickReason.LikedCategory })] }
                .Select(list => list.Where(pick => !taste.Known.Contains(pick.AssetId)).ToList())],
            Longest);
    }

    private async Task<IReadOnlyList<Pick>> TrendsAsync(string region, long version, VideoCategory? category, CancellationToken ct) =>
        version == 0 ? [] : (await lists.FindAsync(region, version, category, ct))?.Picks ?? [];
}
