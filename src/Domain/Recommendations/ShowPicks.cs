using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Domain.Recommendations;

/// <summary>Shows what was picked as far as the catalog lets anybody see it at this moment, at the place of who asks.</summary>
public sealed class ShowPicks(IAssetStore assets, ViewCounts views, ChannelNames channels, TimeProvider clock)
{
    /// <summary>Pages are no longer.</summary>
    public const int MaxPage = 50;

    /// <param name="from">The place of the first that wasn't looked at.</param>
    /// <param name="country">Where the viewer is; null when nobody can tell.</param>
    /// <returns>A page, whole unless there is no more; where the next one begins, null after the last; and whether another country's page may be another.</returns>
    internal async Task<(IReadOnlyList<RecommendedVideo> Items, int? Next, bool DependsOnPlace)> ShowAsync(
        IReadOnlyList<Pick> picks, int from, int limit, string? country, CancellationToken ct)
    {
        var (now, depends) = (clock.GetUtcNow(), false);
        var shown = new List<(Pick Pick, Asset Asset)>();
        var place = Math.Min(from, picks.Count);
        while (shown.Count < limit && place < picks.Count)
        {
            var some = picks.Skip(place).Take(limit - shown.Count).ToList();
            var found = (await assets.FindManyAsync([.. some.Select(pick => pick.AssetId)], ct)).Where(asset => Audiences.IsListed(asset, now)).ToDictionary(asset => asset.Id, StringComparer.Ordinal);
            depends |= found.Values.Any(asset => asset.Restrictions is { AllowedCountries.Count: > 0 } or { DeniedCountries.Count: > 0 });
            shown.AddRange(some
                .Where(pick => found.TryGetValue(pick.AssetId, out var asset) && asset.Restrictions?.PlaysIn(country) != false)
                .Select(pick => (pick, found[pick.AssetId])));
            place += some.Count;
        }

        var counts = await views.OfManyAsync([.. shown.Select(video => video.Asset.Id)], ct);
        var items = new List<RecommendedVideo>();
        foreach (var (pick, asset) in shown)
        {
            var video = new FoundVideo(asset, new MarkedText(asset.Title, []), null, await channels.OfAsync(asset, ct), pick.PublishedAt);
            items.Add(new RecommendedVideo(video, counts.GetValueOrDefault(asset.Id), pick.Why));
        }

        return (items, place < picks.Count ? place : null, depends);
    }
}
