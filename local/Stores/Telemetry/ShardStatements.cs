using Microsoft.Data.Sqlite;
using SQLitePCL;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Local.Stores.Telemetry;

/// <summary>
/// The statements of a write, which are run thousands of times in each: they are bound without boxing numbers and copying bytes, which took as long as
/// SQLite itself.
/// </summary>
internal sealed class ShardStatements(SqliteConnection connection, int hubPartition) : IDisposable
{
    private const string FindHead = "SELECT version FROM shard_heads WHERE shard = ?1 AND hub_partition = ?2";

    private const string PutHead =
        """
        INSERT INTO shard_heads (shard, hub_partition, watermark, version) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT DO UPDATE SET watermark = ?3, version = ?4
        """;

    /// <summary>When a document goes is fixed with its id: the index of that isn't touched again.</summary>
    private const string PutDocument =
        """
        INSERT INTO shard_documents (shard, hub_partition, id, expires_at, body) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT DO UPDATE SET body = ?5
        """;

    private readonly sqlite3_stmt _find = Prepare(connection, FindHead, hubPartition);
    private readonly sqlite3_stmt _putHead = Prepare(connection, PutHead, hubPartition);
    private readonly sqlite3_stmt _putDocument = Prepare(connection, PutDocument, hubPartition);

    /// <summary>Of the shard's head; 0 when there is none.</summary>
    /// <exception cref="SqliteException">It can't be read.</exception>
    public long VersionOf(string shard)
    {
        Check(raw.sqlite3_bind_text(_find, 1, shard));
        var found = raw.sqlite3_step(_find);
        var version = found == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_find, 0) : 0;
        raw.sqlite3_reset(_find);
        return found is raw.SQLITE_ROW or raw.SQLITE_DONE ? version : throw new SqliteException("A head can't be read.", found);
    }

    /// <exception cref="SqliteException">It can't be written.</exception>
    public void Put(string shard, long watermark, long version)
    {
        Check(raw.sqlite3_bind_text(_putHead, 1, shard));
        Check(raw.sqlite3_bind_int64(_putHead, 3, watermark));
        Check(raw.sqlite3_bind_int64(_putHead, 4, version));
        Run(_putHead);
    }

    /// <exception cref="SqliteException">It can't be written.</exception>
    public void Put(string shard, ShardDocument document)
    {
        Check(raw.sqlite3_bind_text(_putDocument, 1, shard));
        Check(raw.sqlite3_bind_text(_putDocument, 3, document.Id));
        Check(document.ExpiresAt is { } at ? raw.sqlite3_bind_int64(_putDocument, 4, at.ToUnixTimeSeconds()) : raw.sqlite3_bind_null(_putDocument, 4));
        Check(raw.sqlite3_bind_blob(_putDocument, 5, document.Body.Span));
        Run(_putDocument);
    }

    public void Dispose()
    {
        _find.Dispose();
        _putHead.Dispose();
        _putDocument.Dispose();
    }

    private static sqlite3_stmt Prepare(SqliteConnection connection, string sql, int hubPartition)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement), connection.Handle);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_int(statement, 2, hubPartition), connection.Handle);
        return statement;
    }

    private void Run(sqlite3_stmt statement)
    {
        var done = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (done != raw.SQLITE_DONE)
            Check(done);
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
}
