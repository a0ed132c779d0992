using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>Accounts' encoding defaults in SQLite.</summary>
internal sealed class SqliteEncodingDefaultsStore(StoresDatabase stores) : IEncodingDefaultsStore
{
    public async Task<Stored<EncodingDefaults>?> FindAsync(string ownerId, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadAsync(
            db => db.QueryFirst(
                "SELECT document, etag FROM encoding_defaults WHERE owner_id = $1",
                row => new Stored<EncodingDefaults>(Documents.EncodingDefaults.Read(row.GetString(0)), row.GetString(1)),
                ownerId),
            ct);
    }

    public async Task<string?> PutAsync(EncodingDefaults defaults, string? etag, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.WriteAsync(
            db =>
            {
                var next = ETags.New();
                var written = etag is null
                    ? db.Execute(
                        """
                        INSERT INTO encoding_defaults (owner_id, etag, document) VALUES ($1, $2, $3)
                        ON CONFLICT DO UPDATE SET etag = excluded.etag, document = excluded.document
                        """,
                        defaults.OwnerId,
                        next,
                        Document<EncodingDefaults>.Write(defaults))
                    : db.Execute(
                        "UPDATE encoding_defaults SET etag = $3, document = $4 WHERE owner_id = $1 AND etag = $2",
                        defaults.OwnerId,
                        etag,
                        next,
                        Document<EncodingDefaults>.Write(defaults));
                return written == 1 ? next : null;
            },
            ct);
    }
}
