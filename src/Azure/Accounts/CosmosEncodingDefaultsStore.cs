using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Azure.Accounts;

/// <summary>Accounts' encoding defaults in Cosmos DB, one item an owner.</summary>
internal sealed class CosmosEncodingDefaultsStore(CosmosDatabase database) : IEncodingDefaultsStore
{
    private readonly CosmosContainer _defaults = database.Container(CosmosContainers.EncodingDefaults);

    public async Task<Stored<EncodingDefaults>?> FindAsync(string ownerId, CancellationToken ct) =>
        await _defaults.ReadAsync<EncodingDefaultsItem>(ItemKey.Of(ownerId), ct) is { } stored
            ? new Stored<EncodingDefaults>(Documents.EncodingDefaults.Read(stored.Value.Document.GetRawText()), stored.ETag)
            : null;

    public async Task<string?> PutAsync(EncodingDefaults defaults, string? etag, CancellationToken ct)
    {
        var key = ItemKey.Of(defaults.OwnerId);
        var item = new EncodingDefaultsItem { Id = key.Id, Document = DocumentItem.From(defaults) };
        return etag is null ? await _defaults.UpsertAsync(key, item, ct) : await _defaults.ReplaceAsync(key, item, etag, ct);
    }
}
