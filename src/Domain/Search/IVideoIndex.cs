using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Search;

/// <summary>Finds assets by words. It follows the catalog by events and so may be moments behind: what it finds has to be read there.</summary>
public interface IVideoIndex
{
    /// <summary>Adds or replaces what is found of the asset.</summary>
    Task PutAsync(VideoDocument document, CancellationToken ct);

    /// <summary>Forgets the asset; absent is fine.</summary>
    Task DeleteAsync(string assetId, CancellationToken ct);

    /// <summary>Ids of assets, best first and of equally good ones the latest.</summary>
    /// <exception cref="InvalidCursorException">The cursor is none that this index gave.</exception>
    Task<Page<string>> SearchAsync(VideoQuery query, CancellationToken ct);
}
