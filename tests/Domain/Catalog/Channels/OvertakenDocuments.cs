using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Catalog.Channels;

/// <summary>Documents on which everybody else is faster.</summary>
internal sealed class OvertakenDocuments(IDocuments inner) : IDocuments
{
    public Task<Stored<T>?> FindAsync<T>(DocumentKind<T> kind, DocumentKey key, CancellationToken ct)
        where T : class => inner.FindAsync(kind, key, ct);

    public Task<IReadOnlyList<T>> FindManyAsync<T>(DocumentKind<T> kind, IReadOnlyList<DocumentKey> keys, CancellationToken ct)
        where T : class => inner.FindManyAsync(kind, keys, ct);

    public Task<IReadOnlyList<string>?> WriteAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>?>(null);

    public Task<Page<T>> ListAsync<T>(DocumentKind<T> kind, string partition, string list, PageRequest page, ListOrder order, CancellationToken ct)
        where T : class => inner.ListAsync(kind, partition, list, page, order, ct);

    public IAsyncEnumerable<T> ScanAsync<T>(DocumentKind<T> kind, CancellationToken ct)
        where T : class => inner.ScanAsync(kind, ct);
}
