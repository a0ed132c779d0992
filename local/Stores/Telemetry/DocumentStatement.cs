using Microsoft.Data.Sqlite;
using SQLitePCL;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Local.Stores.Telemetry;

/// <summary>
/// Writes documents within a transaction. There are thousands in each, so the statement is bound without boxing numbers and copying bytes, which
/// took as long as SQLite itself.
/// </summary>
internal sealed class DocumentStatement : IDisposable
{
    /// <summary>When a document goes is fixed with its id: the index of that isn't touched again.</summary>
    private const string Sql =
        """
        INSERT INTO shard_documents (hub_partition, shard, id, expires_at, body) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT DO UPDATE SET body = ?5
        """;

    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;

    public DocumentStatement(SqliteConnection connection, int hubPartition)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle, Sql, out _statement));
        Check(raw.sqlite3_bind_int(_statement, 1, hubPartition));
    }

    /// <exception cref="SqliteException">It can't be written.</exception>
    public void Put(string shard, ShardDocument document)
    {
        Check(raw.sqlite3_bind_text(_statement, 2, shard));
        Check(raw.sqlite3_bind_text(_statement, 3, document.Id));
        Check(document.ExpiresAt is { } at ? raw.sqlite3_bind_int64(_statement, 4, at.ToUnixTimeSeconds()) : raw.sqlite3_bind_null(_statement, 4));
        Check(raw.sqlite3_bind_blob(_statement, 5, document.Body.Span));
        var done = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (done != raw.SQLITE_DONE)
            Check(done);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _connection.Handle);
}
