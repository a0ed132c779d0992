using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Accounts.Defaults;

/// <summary>Accounts' encoding defaults, one document an owner.</summary>
public interface IEncodingDefaultsStore
{
    /// <summary>The owner's defaults; null when he never set any.</summary>
    Task<Stored<EncodingDefaults>?> FindAsync(string ownerId, CancellationToken ct);

    /// <summary>Writes the document, if what is there still has <paramref name="etag"/>; the new ETag, or null when it hasn't.</summary>
    /// <param name="etag">Null writes whatever is there.</param>
    Task<string?> PutAsync(EncodingDefaults defaults, string? etag, CancellationToken ct);
}
