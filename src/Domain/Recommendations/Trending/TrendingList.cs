using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>
/// What trends in a region, best first: its first videos, and those of each category. A list is written in the place of the one
/// some versions before, so that the latest ones are there however long no new one is made.
/// </summary>
/// <param name="Version">Of all regions' lists together: see <see cref="TrendingHead"/>.</param>
/// <param name="Hour">They are made after this hour.</param>
/// <param name="Videos">All of which something is kept; <see cref="Of"/> picks what is shown.</param>
public sealed record TrendingList(int SchemaVersion, string Region, long Version, DateTimeOffset Hour, IReadOnlyList<TrendingVideo> Videos)
{
    public const int CurrentSchemaVersion = 1;

    /// <summary>Versions that are there at once: for as many hours who goes through a list goes on in the same.</summary>
    public const int Versions = 4;

    /// <summary>Videos that are shown of all categories together, and of each.</summary>
    public const int Longest = 200, LongestOfCategory = 100;

    /// <summary>Videos of one channel in what is shown.</summary>
    public const int MostOfChannel = 3;

    public static DocumentKind<TrendingList> Kind { get; } = new("trendingList", DocumentContainer.Catalog, list => KeyOf(list.Region, list.Version));

    public static DocumentKey KeyOf(string region, long version) => new($"trending-{region}", FormattableString.Invariant($"{version % Versions}"));

    /// <param name="category">Null for all together.</param>
    public IEnumerable<TrendingVideo> Of(VideoCategory? category) => Pick(Videos, category);

    internal static IEnumerable<TrendingVideo> Pick(IEnumerable<TrendingVideo> ordered, VideoCategory? category)
    {
        var ofChannel = new Dictionary<string, int>(StringComparer.Ordinal);
        return ordered
            .Where(video => category is null || video.Category == category)
            .Where(video => (ofChannel[video.ChannelId] = ofChannel.GetValueOrDefault(video.ChannelId) + 1) <= MostOfChannel)
            .Take(category is null ? Longest : LongestOfCategory);
    }
}
