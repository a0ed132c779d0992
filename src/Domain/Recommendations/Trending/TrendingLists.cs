using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>The lists that are shown, from memory: a version never changes, and which is the latest is asked again after <see cref="Longest"/>.</summary>
public sealed class TrendingLists(IDocuments documents, TimeProvider clock)
{
    /// <summary>The most that a new version is late.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Videos, of all lists in memory together.</summary>
    private const int Capacity = 100_000;

    private readonly Bounded<(string Region, long Version, VideoCategory? Category), RankedPicks> _picks = new(Capacity, ranked => ranked.Picks.Count + 1);
    private Known? _head;

    /// <summary>Null before the first.</summary>
    public async Task<TrendingHead?> HeadAsync(CancellationToken ct)
    {
        var askedAt = clock.GetTimestamp();
        if (_head is not { } known || clock.GetElapsedTime(known.AskedAt, askedAt) >= Longest)
            _head = known = new Known(askedAt, (await documents.FindAsync(TrendingHead.Kind, TrendingHead.Key, ct))?.Value);
        return known.Head;
    }

    /// <summary>Best first; null when the version is no longer there, or has none of the region.</summary>
    public async Task<RankedPicks?> FindAsync(string region, long version, VideoCategory? category, CancellationToken ct)
    {
        if (_picks.Find((region, version, category)) is { } kept)
            return kept;
        if (await documents.FindAsync(TrendingList.Kind, TrendingList.KeyOf(region, version), ct) is not { Value: var list } || list.Version != version)
            return null;
        var ranked = new RankedPicks(
            list.Hour.AddHours(1),
            [.. list.Of(category).Select(video => new Pick(video.AssetId, video.ChannelId, video.Category, video.PublishedAt, PickReason.Trending))]);
        _picks.Set((region, version, category), ranked);
        return ranked;
    }

    private sealed record Known(long AskedAt, TrendingHead? Head);
}
