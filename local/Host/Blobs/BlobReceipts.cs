using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Host.Blobs;

/// <summary>Which version of each blob a function has dealt with, so that each version runs it once.</summary>
internal sealed class BlobReceipts(SqliteDatabase database, TimeProvider time)
{
    private const long Pending = 0;
    private const long Done = 1;
    private const long Poison = 2;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Whether the version needs no run: handled, or given up.</summary>
    public Task<bool> IsSettledAsync(string function, string container, string blob, string etag, CancellationToken cancellation) =>
        database.ReadAsync(
            connection => connection.QueryFirst(
                "SELECT state FROM blob_receipts WHERE function=$1 AND container=$2 AND blob=$3 AND etag=$4",
                row => row.GetInt64(0) != Pending,
                function, container, blob, etag),
            cancellation);

    /// <summary>Counts an attempt before it begins, so that one that takes the process down counts too; gives its number.</summary>
    public Task<int> BeginAsync(string function, string container, string blob, string etag) =>
        database.WriteAsync(connection => connection.QuerySingle(
            """
            INSERT INTO blob_receipts (function, container, blob, etag, state, attempts, updated) VALUES ($1, $2, $3, $4, 0, 1, $5)
            ON CONFLICT DO UPDATE SET
                attempts = CASE WHEN etag = excluded.etag THEN attempts + 1 ELSE 1 END,
                etag = excluded.etag, state = 0, updated = excluded.updated
            RETURNING attempts
            """,
            row => row.GetInt32(0),
            function, container, blob, etag, Now));

    public Task CompleteAsync(string function, string container, string blob, string etag) => SettleAsync(function, container, blob, etag, Done);

    public Task PoisonAsync(string function, string container, string blob, string etag) => SettleAsync(function, container, blob, etag, Poison);

    /// <summary>Every version settled in a container, by blob name.</summary>
    public Task<Dictionary<string, string>> SettledAsync(string function, string container, CancellationToken cancellation) =>
        database.ReadAsync(
            connection => connection.Query(
                "SELECT blob, etag FROM blob_receipts WHERE function=$1 AND container=$2 AND state<>0",
                row => (Blob: row.GetString(0), ETag: row.GetString(1)),
                function, container).ToDictionary(row => row.Blob, row => row.ETag, StringComparer.Ordinal),
            cancellation);

    /// <summary>Forgets blobs that are gone.</summary>
    public Task ForgetAsync(string function, string container, IReadOnlyCollection<string> blobs) =>
        database.WriteAsync(connection =>
        {
            foreach (var blob in blobs)
                connection.Execute("DELETE FROM blob_receipts WHERE function=$1 AND container=$2 AND blob=$3 AND state<>0", function, container, blob);
        });

    private Task SettleAsync(string function, string container, string blob, string etag, long state) =>
        database.WriteAsync(connection => connection.Execute(
            "UPDATE blob_receipts SET state=$5, updated=$6 WHERE function=$1 AND container=$2 AND blob=$3 AND etag=$4",
            function, container, blob, etag, state, Now));
}
