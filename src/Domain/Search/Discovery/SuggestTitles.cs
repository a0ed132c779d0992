using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Search.Text;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>Titles of public videos for somebody who still types.</summary>
public sealed class SuggestTitles(IPublicIndex index, IAssetStore store, TimeProvider clock)
{
    public const int MaxSuggestions = 10;

    private readonly PublicAssets _assets = new(store, clock);

    /// <summary>Titles that differ in case, accents and signs alone are one suggestion.</summary>
    public async Task<IReadOnlyList<string>> ExecuteAsync(string typed, CancellationToken ct)
    {
        var ids = await index.SuggestAsync(typed, MaxSuggestions * 2, ct);
        var videos = await _assets.InOrderAsync(ids, ct);
        return [.. videos.Select(video => video.Title).DistinctBy(SearchText.Key, StringComparer.Ordinal).Take(MaxSuggestions)];
    }
}
