using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>Every kind of document in one table. What has expired goes when something else that will is written.</summary>
internal sealed class SqliteDocuments(StoresDatabase stores, TimeProvider clock) : IDocuments
{
    private const int ScannedAtOnce = 500;

    private readonly ParsedDocuments _parsed = new(capacity: 4096);

    public async Task<Stored<T>?> FindAsync<T>(DocumentKind<T> kind, DocumentKey key, CancellationToken ct)
        where T : class
    {
        var database = await stores.OpenAsync();
        return await database.ReadOneAsync(
            db => db.QueryFirst(
                "SELECT document, etag FROM documents WHERE container = $1 AND partition = $2 AND kind = $3 AND id = $4",
                row => new Stored<T>(Read(kind, row), row.GetString(1)),
                NameOf(kind.Container),
                key.Partition,
                kind.Name,
                key.Id),
            ct);
    }

    public async Task<IReadOnlyList<T>> FindManyAsync<T>(DocumentKind<T> kind, IReadOnlyList<DocumentKey> keys, CancellationToken ct)
        where T : class
    {
        var database = await stores.OpenAsync();
        return await database.ReadOneAsync(
            db => db.Query(
                """
                SELECT d.document, d.etag FROM json_each($3) k JOIN documents d
                ON d.container = $1 AND d.partition = k.value ->> 0 AND d.kind = $2 AND d.id = k.value ->> 1
                """,
                row => Read(kind, row),
                NameOf(kind.Container),
                kind.Name,
                JsonSerializer.Serialize(keys.Distinct().Select(key => new[] { key.Partition, key.Id }))),
            ct);
    }

    public async Task<IReadOnlyList<string>?> WriteAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken ct)
    {
        DocumentWrite.PartitionOf(writes);
        var now = clock.GetUtcNow();
        var database = await stores.OpenAsync();
        return await database.WriteAsync<IReadOnlyList<string>?>(
            db =>
            {
                if (writes.Any(write => write.ExpiresAt is not null))
                    db.Execute("DELETE FROM documents WHERE expires_at <= $1", now.UtcTicks);
                // Nobody else writes meanwhile, so what is true before the first write is true until the last.
                return writes.All(write => IsDue(db, write)) ? [.. writes.Select(write => Write(db, write))] : null;
            },
            ct);
    }

    public async Task<Page<T>> ListAsync<T>(DocumentKind<T> kind, string partition, string list, PageRequest page, ListOrder order, CancellationToken ct)
        where T : class
    {
        var after = ListCursor.Read(page.Cursor, order);
        var database = await stores.OpenAsync();
        var rows = await database.ReadOneAsync(
            db => db.Query(
                order == ListOrder.Descending
                    ? """
                      SELECT document, etag, sort_key FROM documents
                      WHERE container = $1 AND partition = $2 AND kind = $3 AND list = $4 AND sort_key < $5 ORDER BY sort_key DESC LIMIT $6
                      """
                    : """
                      SELECT document, etag, sort_key FROM documents
                      WHERE container = $1 AND partition = $2 AND kind = $3 AND list = $4 AND sort_key > $5 ORDER BY sort_key LIMIT $6
                      """,
                row => (Value: Read(kind, row), SortKey: row.GetString(2)),
                NameOf(kind.Container),
                partition,
                kind.Name,
                list,
                after,
                page.Limit + 1),
            ct);
        return new Page<T>([.. rows.Take(page.Limit).Select(row => row.Value)], rows.Count > page.Limit ? ListCursor.Write(rows[page.Limit - 1].SortKey) : null);
    }

    public async IAsyncEnumerable<T> ScanAsync<T>(DocumentKind<T> kind, [EnumeratorCancellation] CancellationToken ct)
        where T : class
    {
        var database = await stores.OpenAsync();
        var (partition, id) = ("", "");
        List<(T Value, string Partition, string Id)> rows;
        do
        {
            rows = await database.ReadAsync(
                db => db.Query(
                    """
                    SELECT document, partition, id FROM documents
                    WHERE kind = $1 AND container = $2 AND (partition, id) > ($3, $4) ORDER BY partition, id LIMIT $5
                    """,
                    row => (kind.Read(row.GetString(0)), row.GetString(1), row.GetString(2)),
                    kind.Name,
                    NameOf(kind.Container),
                    partition,
                    id,
                    ScannedAtOnce),
                ct);
            foreach (var row in rows)
            {
                (partition, id) = (row.Partition, row.Id);
                yield return row.Value;
            }
        }
        while (rows.Count == ScannedAtOnce);
    }

    /// <param name="row">The document and its ETag come first.</param>
    private T Read<T>(DocumentKind<T> kind, SqliteDataReader row)
        where T : class =>
        _parsed.Read(row.GetString(1), () => row.GetString(0), kind.Read);

    private static bool IsDue(SqliteConnection db, DocumentWrite write)
    {
        var etag = db.QueryFirst(
            "SELECT etag FROM documents WHERE container = $1 AND partition = $2 AND kind = $3 AND id = $4",
            row => row.GetString(0),
            NameOf(write.Container),
            write.Key.Partition,
            write.Kind,
            write.Key.Id);
        return write.Operation switch
        {
            DocumentOperation.Add => etag is null,
            DocumentOperation.Put => true,
            _ => etag is not null && etag == write.ETag,
        };
    }

    private static string Write(SqliteConnection db, DocumentWrite write)
    {
        if (write.Operation == DocumentOperation.Delete)
        {
            db.Execute(
                "DELETE FROM documents WHERE container = $1 AND partition = $2 AND kind = $3 AND id = $4",
                NameOf(write.Container),
                write.Key.Partition,
                write.Kind,
                write.Key.Id);
            return "";
        }

        var etag = ETags.New();
        db.Execute(
            """
            INSERT INTO documents (container, partition, kind, id, list, sort_key, expires_at, etag, document)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT DO UPDATE SET list = excluded.list, sort_key = excluded.sort_key, expires_at = excluded.expires_at,
              etag = excluded.etag, document = excluded.document
            """,
            NameOf(write.Container),
            write.Key.Partition,
            write.Kind,
            write.Key.Id,
            write.Place?.List,
            write.Place?.SortKey,
            write.ExpiresAt?.UtcTicks,
            etag,
            write.Json);
        return etag;
    }

    private static string NameOf(DocumentContainer container) => container switch
    {
        DocumentContainer.Accounts => "accounts",
        DocumentContainer.Catalog => "catalog",
        _ => "social",
    };
}
