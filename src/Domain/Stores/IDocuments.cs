using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Stores;

/// <summary>
/// Documents of every <see cref="DocumentKind{T}"/>: read by key, written all or nothing within a partition, listed within a
/// partition. That is what every adapter does fast at any size; whoever needs more keeps another document for it.
/// </summary>
public interface IDocuments
{
    /// <summary>The document, or null.</summary>
    Task<Stored<T>?> FindAsync<T>(DocumentKind<T> kind, DocumentKey key, CancellationToken ct)
        where T : class;

    /// <summary>Those of a page of documents that are there, in no order.</summary>
    Task<IReadOnlyList<T>> FindManyAsync<T>(DocumentKind<T> kind, IReadOnlyList<DocumentKey> keys, CancellationToken ct)
        where T : class;

    /// <summary>Does all of the writes, which are of one partition, or none.</summary>
    /// <returns>The new ETag of each, in their order (empty of a deletion); null when one of them lost, and nothing was done.</returns>
    /// <exception cref="ArgumentException">They are none or more than <see cref="DocumentWrite.MostTogether"/>, of several partitions, or two of one document.</exception>
    Task<IReadOnlyList<string>?> WriteAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken ct);

    /// <summary>A page of a listing.</summary>
    /// <param name="list">See <see cref="ListPlace.List"/>.</param>
    /// <exception cref="InvalidCursorException">The cursor is none of the listing's.</exception>
    Task<Page<T>> ListAsync<T>(DocumentKind<T> kind, string partition, string list, PageRequest page, ListOrder order, CancellationToken ct)
        where T : class;

    /// <summary>Every document of the kind, in no order: for work that nobody waits for, as it asks every partition. What is written meanwhile may be in it or not.</summary>
    IAsyncEnumerable<T> ScanAsync<T>(DocumentKind<T> kind, CancellationToken ct)
        where T : class;
}
