using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>Uploads in SQLite.</summary>
internal sealed class SqliteUploadStore(StoresDatabase stores) : IUploadStore
{
    public async Task<Stored<Upload>?> FindAsync(string ownerId, string uploadId, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadAsync(
            db => db.QueryFirst(
                "SELECT document, etag FROM uploads WHERE owner_id = $1 AND id = $2",
                row => new Stored<Upload>(Read(row), row.GetString(1)),
                ownerId,
                uploadId),
            ct);
    }

    public async Task<bool> AddAsync(Upload upload, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.WriteAsync(
            db => db.Execute(
                """
                INSERT INTO uploads (owner_id, id, asset_id, created_at, sweep_at, etag, document)
                VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
                """,
                upload.OwnerId,
                upload.Id,
                upload.AssetId,
                upload.CreatedAt.UtcTicks,
                upload.SweepAt?.UtcTicks,
                ETags.New(),
                Document<Upload>.Write(upload)) == 1,
            ct);
    }

    public async Task<string?> ReplaceAsync(Upload upload, string etag, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        var next = ETags.New();
        var replaced = await database.WriteAsync(
            db => db.Execute(
                "UPDATE uploads SET sweep_at = $4, etag = $5, document = $6 WHERE owner_id = $1 AND id = $2 AND etag = $3",
                upload.OwnerId,
                upload.Id,
                etag,
                upload.SweepAt?.UtcTicks,
                next,
                Document<Upload>.Write(upload)) == 1,
            ct);
        return replaced ? next : null;
    }

    public async Task<Page<Upload>> ListAsync(string ownerId, string? cursor, int limit, CancellationToken ct)
    {
        var after = PageCursor.Parse(cursor);
        var database = await stores.OpenAsync();
        var rows = await database.ReadAsync(
            db => db.Query(
                """
                SELECT document FROM uploads WHERE owner_id = $1 AND (created_at, id) < ($2, $3)
                ORDER BY created_at DESC, id DESC LIMIT $4
                """,
                Read,
                ownerId,
                after.CreatedAt,
                after.Id,
                limit + 1),
            ct);
        return Pages.Of(rows, limit, last => new PageCursor(last.CreatedAt.UtcTicks, last.Id));
    }

    public async Task<IReadOnlyList<Upload>> ListByAssetAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadAsync(
            db => db.Query(
                "SELECT document FROM uploads WHERE owner_id = $1 AND asset_id = $2 ORDER BY created_at DESC, id DESC",
                Read,
                ownerId,
                assetId),
            ct);
    }

    public async Task<IReadOnlyList<Upload>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadAsync(
            db => db.Query(
                "SELECT document FROM uploads WHERE sweep_at <= $1 ORDER BY sweep_at LIMIT $2", Read, now.UtcTicks, limit),
            ct);
    }

    private static Upload Read(SqliteDataReader row) => Documents.Uploads.Read(row.GetString(0));
}
