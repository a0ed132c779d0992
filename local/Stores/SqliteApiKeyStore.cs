using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>API keys in SQLite.</summary>
internal sealed class SqliteApiKeyStore(StoresDatabase stores) : IApiKeyStore
{
    public async Task<ApiKey?> FindAsync(string hash, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadOneAsync(
            db => db.QueryFirst(
                "SELECT document FROM api_keys WHERE hash = $1", row => Documents.ApiKeys.Read(row.GetString(0)), hash),
            ct);
    }

    public async Task<bool> AddAsync(ApiKey key, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.WriteAsync(
            db => db.Execute(
                "INSERT INTO api_keys (hash, document) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                key.Hash,
                Document<ApiKey>.Write(key)) == 1,
            ct);
    }
}
