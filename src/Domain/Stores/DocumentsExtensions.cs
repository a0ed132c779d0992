namespace StreamPlatform.Domain.Stores;

/// <summary>Single writes.</summary>
public static class DocumentsExtensions
{
    /// <returns>The ETag, or null when the write lost.</returns>
    public static async Task<string?> WriteAsync(this IDocuments documents, DocumentWrite write, CancellationToken ct) =>
        (await documents.WriteAsync([write], ct))?[0];
}
