using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Azure.Accounts;

/// <summary>API keys in Cosmos DB, each by its hash: one point read authenticates a request.</summary>
internal sealed class CosmosApiKeyStore(CosmosDatabase database) : IApiKeyStore
{
    private readonly CosmosContainer _keys = database.Container(CosmosContainers.ApiKeys);

    public async Task<ApiKey?> FindAsync(string hash, CancellationToken ct) =>
        await _keys.ReadAsync<ApiKeyItem>(ItemKey.Of(hash), ct) is { } stored
            ? Documents.ApiKeys.Read(stored.Value.Document.GetRawText())
            : null;

    public async Task<bool> AddAsync(ApiKey key, CancellationToken ct)
    {
        var place = ItemKey.Of(key.Hash);
        return await _keys.CreateAsync(place, new ApiKeyItem { Id = place.Id, Document = DocumentItem.From(key) }, ct) is not null;
    }
}
