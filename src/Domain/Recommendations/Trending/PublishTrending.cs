using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>
/// Makes the lists after an hour of the ones before and of what was weighed since, and shows them all at once by one write at
/// the end. Until then, and if it never comes to that, the ones before are shown. Done again it comes to the same.
/// </summary>
public sealed class PublishTrending(IDocuments documents)
{
    /// <summary>Documents of candidates that are read at once.</summary>
    private const int AtOnce = 20;

    /// <returns>How many lists are shown.</returns>
    public async Task<int> ExecuteAsync(DateTimeOffset hour, CancellationToken ct)
    {
        var candidates = await CandidatesAsync(hour, ct);
        while (true)
        {
            var stored = await documents.FindAsync(TrendingHead.Kind, TrendingHead.Key, ct);
            if (stored?.Value is { } shown && shown.Hour >= hour)
                return shown.Countries.Count + 1;
            var head = await MakeAsync(stored?.Value, candidates, hour, ct);
            if (await documents.WriteAsync(stored is null ? TrendingHead.Kind.Add(head) : TrendingHead.Kind.Replace(head, stored.ETag), ct) is not null)
                return head.Countries.Count + 1;
        }
    }

    private async Task<TrendingHead> MakeAsync(TrendingHead? shown, IReadOnlyList<TrendCandidate> candidates, DateTimeOffset hour, CancellationToken ct)
    {
        var (version, countries) = ((shown?.Version ?? 0) + 1, new List<string>());
        foreach (var region in RegionsOf(shown, candidates))
        {
            var list = RankTrending.Rank(region, await BeforeAsync(shown, region, ct), candidates, version, hour);
            if (list is not null && await WriteAsync(list, ct) && region != Regions.World)
                countries.Add(region);
        }

        return new TrendingHead(TrendingHead.CurrentSchemaVersion, version, hour, countries);
    }

    /// <summary>Countries are looked at where they had a list, and where a video has enough viewers to be in one.</summary>
    private static IEnumerable<string> RegionsOf(TrendingHead? shown, IReadOnlyList<TrendCandidate> candidates) => candidates
        .SelectMany(candidate => candidate.Regions)
        .Where(region => region.Value.Viewers >= RankTrending.LeastViewersOfVideo)
        .Select(region => region.Key)
        .Concat(shown?.Countries ?? [])
        .Append(Regions.World)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .ToList();

    private async Task<TrendingList?> BeforeAsync(TrendingHead? shown, string region, CancellationToken ct) =>
        shown is not null && await documents.FindAsync(TrendingList.Kind, TrendingList.KeyOf(region, shown.Version), ct) is { Value: var list } && list.Version == shown.Version ? list : null;

    /// <summary>A list that comes late, since others were made meanwhile, takes nobody's place.</summary>
    /// <returns>Whether the list is there.</returns>
    private async Task<bool> WriteAsync(TrendingList list, CancellationToken ct)
    {
        while (true)
        {
            var there = await documents.FindAsync(TrendingList.Kind, TrendingList.KeyOf(list.Region, list.Version), ct);
            if (there?.Value.Hour > list.Hour)
                return false;
            if (await documents.WriteAsync(there is null ? TrendingList.Kind.Add(list) : TrendingList.Kind.Replace(list, there.ETag), ct) is not null)
                return true;
        }
    }

    private async Task<IReadOnlyList<TrendCandidate>> CandidatesAsync(DateTimeOffset hour, CancellationToken ct)
    {
        var found = new Dictionary<string, TrendCandidate>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var page = await documents.ListAsync(TrendPart.Kind, TrendPart.PartitionOf(hour), "", new PageRequest(cursor, AtOnce), ListOrder.Ascending, ct);
            foreach (var candidate in page.Items.SelectMany(part => part.Candidates))
                found[candidate.AssetId] = candidate;
            cursor = page.Cursor;
        }
        while (cursor is not null);

        return [.. found.Values];
    }
}
