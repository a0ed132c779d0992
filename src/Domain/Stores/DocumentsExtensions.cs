namespace StreamPlatform.Domain.Stores;

/// <summary>Single writes.</summary>
public static class DocumentsExtensions
{
    /// <returns>The ETag, or null when the write lost.</returns>
    public static async Task<string?> WriteAsync(this IDocuments documents, DocumentWrite write, CancellationToken ct) =>
        (await documents.WriteAsync([write], ct))?[0];

    /// <summary>Deletes a document whatever it says by then; absent is fine.</summary>
    public static async Task RemoveAsync<T>(this IDocuments documents, DocumentKind<T> kind, DocumentKey key, CancellationToken ct)
        where T : class
    {
        while (await documents.FindAsync(kind, key, ct) is { } stored && await documents.WriteAsync(kind.Delete(stored.Value, stored.ETag), ct) is null)
        {
        }
    }
}
