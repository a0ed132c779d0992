using System.Text.Json;
using Microsoft.Data.Sqlite;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>Assets in SQLite; their playback ids in a table of their own, written with them.</summary>
internal sealed class SqliteAssetStore(StoresDatabase stores) : IAssetStore
{
    private readonly ParsedDocuments _parsed = new(capacity: 1024);

    public async Task<Stored<Asset>?> FindAsync(string assetId, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadOneAsync(
            db => db.QueryFirst("SELECT document, etag FROM assets WHERE id = $1", Read, assetId), ct);
    }

    public async Task<IReadOnlyList<Asset>> FindManyAsync(IReadOnlyList<string> assetIds, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadOneAsync(
            db => db.Query(
                "SELECT document, etag FROM assets WHERE id IN (SELECT value FROM json_each($1))", row => Read(row).Value, JsonSerializer.Serialize(assetIds)),
            ct);
    }

    public async Task<Stored<Asset>?> FindByPlaybackIdAsync(string playbackId, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.ReadOneAsync(
            db => db.QueryFirst(
                "SELECT a.document, a.etag FROM playback_ids p JOIN assets a ON a.id = p.asset_id WHERE p.id = $1",
                Read,
                playbackId),
            ct);
    }

    public async Task<bool> AddAsync(Asset asset, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.WriteAsync(
            db =>
            {
                var added = db.Execute(
                    """
                    INSERT INTO assets (id, owner_id, created_at, deleted, trashed, etag, document) VALUES ($1, $2, $3, $4, $5, $6, $7)
                    ON CONFLICT DO NOTHING
                    """,
                    asset.Id,
                    asset.OwnerId,
                    asset.CreatedAt.UtcTicks,
                    IsDeleted(asset),
                    IsTrashed(asset),
                    ETags.New(),
                    Document<Asset>.Write(asset)) == 1;
                if (added)
                {
                    WritePlaybackIds(db, asset);
                }

                return added;
            },
            ct);
    }

    public async Task<string?> ReplaceAsync(Asset asset, string etag, CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        return await database.WriteAsync(
            db =>
            {
                var next = ETags.New();
                var replaced = db.Execute(
                    "UPDATE assets SET deleted = $3, trashed = $4, etag = $5, document = $6, owner_id = $7 WHERE id = $1 AND etag = $2",
                    asset.Id,
                    etag,
                    IsDeleted(asset),
                    IsTrashed(asset),
                    next,
                    Document<Asset>.Write(asset),
                    asset.OwnerId) == 1;
                if (!replaced)
                {
                    return null;
                }

                db.Execute("DELETE FROM playback_ids WHERE asset_id = $1", asset.Id);
                WritePlaybackIds(db, asset);
                return next;
            },
            ct);
    }

    public async Task<Page<Asset>> ListAsync(string ownerId, bool trashed, string? cursor, int limit, CancellationToken ct)
    {
        var after = PageCursor.Parse(cursor);
        var database = await stores.OpenAsync();
        var rows = await database.ReadOneAsync(
            db => db.Query(
                """
                SELECT document, etag FROM assets
                WHERE owner_id = $1 AND deleted = 0 AND trashed = $2 AND (created_at, id) < ($3, $4)
                ORDER BY created_at DESC, id DESC LIMIT $5
                """,
                row => Read(row).Value,
                ownerId,
                trashed ? 1 : 0,
                after.CreatedAt,
                after.Id,
                limit + 1),
            ct);
        return Pages.Of(rows, limit, last => new PageCursor(last.CreatedAt.UtcTicks, last.Id));
    }

    public async Task<Page<Asset>> ScanAsync(string? cursor, int limit, CancellationToken ct)
    {
        if (cursor is not null && !OpaqueId.IsValid(cursor, AssetIds.Prefix))
        {
            throw new InvalidCursorException();
        }

        var database = await stores.OpenAsync();
        var rows = await database.ReadAsync(
            db => db.Query("SELECT document, etag FROM assets WHERE id > $1 ORDER BY id LIMIT $2", row => Read(row).Value, cursor ?? "", limit), ct);
        return new Page<Asset>(rows, rows.Count == limit ? rows[^1].Id : null);
    }

    private Stored<Asset> Read(SqliteDataReader row)
    {
        var etag = row.GetString(1);
        return new(_parsed.Read(etag, () => row.GetString(0), Documents.Assets.Read), etag);
    }

    private static void WritePlaybackIds(SqliteConnection db, Asset asset)
    {
        foreach (var playback in asset.PlaybackIds)
        {
            db.Execute("INSERT INTO playback_ids (id, asset_id) VALUES ($1, $2)", playback.Id, asset.Id);
        }
    }

    private static int IsTrashed(Asset asset) => asset.Trashed is null ? 0 : 1;

    private static int IsDeleted(Asset asset) => asset.State == AssetState.Deleted ? 1 : 0;
}
