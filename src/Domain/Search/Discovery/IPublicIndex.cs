namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>
/// Finds public videos. It holds nothing of any other, so that neither hits nor counts, suggestions or corrections can tell of
/// one. It follows the catalog by events and so may be moments behind: what it finds has to be read there.
/// </summary>
public interface IPublicIndex
{
    /// <summary>Adds or replaces what is found of the video, in every generation.</summary>
    Task PutAsync(IndexedVideo video, CancellationToken ct);

    /// <summary>Forgets the video in every generation; absent is fine.</summary>
    Task DeleteAsync(string assetId, CancellationToken ct);

    /// <exception cref="InvalidCursorException">The cursor is none that this index gave.</exception>
    Task<PublicHits> SearchAsync(PublicQuery query, CancellationToken ct);

    /// <summary>Ids of videos whose titles have the words, the last one as the beginning of a word; the fresh and popular first.</summary>
    Task<IReadOnlyList<string>> SuggestAsync(string typed, int limit, CancellationToken ct);

    /// <summary>Videos like this one, best first, without it; nothing of them is marked.</summary>
    Task<IReadOnlyList<PublicHit>> RelatedAsync(IndexedVideo video, int limit, CancellationToken ct);
}
