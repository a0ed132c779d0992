using System.Text.Json;
using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Operations.Tracing;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Cli.Tracing;

/// <summary>
/// The latest spans of this machine, in a file of their own: a ring, whose oldest go as new ones come. What is lost with it
/// is a look back, so nothing else depends on it.
/// </summary>
internal sealed class TraceStore : IAsyncDisposable
{
    private const string FileName = "traces.db";

    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE spans (id INTEGER PRIMARY KEY AUTOINCREMENT, trace TEXT NOT NULL, asset TEXT, start INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE INDEX spans_by_trace ON spans (trace);
        CREATE INDEX spans_by_asset ON spans (asset) WHERE asset IS NOT NULL;
        """,
    ];

    private readonly SqliteDatabase _database;
    private readonly int _keep;

    private TraceStore(SqliteDatabase database, int keep) => (_database, _keep) = (database, keep);

    /// <param name="folder">The data folder's <c>traces</c>.</param>
    /// <param name="keep">So many spans are kept.</param>
    public static async Task<TraceStore> OpenAsync(string folder, int keep, CancellationToken ct = default) =>
        new(await SqliteDatabase.OpenAsync(Path.Combine(folder, FileName), Migrations, ct), keep);

    /// <summary>Whether a folder has a store at all.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    public Task AddAsync(IReadOnlyCollection<SpanRecord> spans, CancellationToken ct = default) => _database.WriteAsync(
        connection =>
        {
            foreach (var span in spans)
            {
                connection.Execute("INSERT INTO spans (trace, asset, start, body) VALUES ($1, $2, $3, $4)", span.TraceId, span.AssetId, span.Start, Bytes(span));
            }

            connection.Execute("DELETE FROM spans WHERE id <= (SELECT MAX(id) FROM spans) - $1", _keep);
        },
        ct);

    /// <summary>The traces that have to do with an asset, the one that began first at the head.</summary>
    public Task<List<string>> FindAsync(string assetId, CancellationToken ct = default) => _database.ReadAsync(
        connection => connection.Query("SELECT trace FROM spans WHERE asset=$1 GROUP BY trace ORDER BY MIN(start)", row => row.GetString(0), assetId), ct);

    /// <summary>What is kept of a trace, by time.</summary>
    public Task<List<SpanRecord>> ReadAsync(string traceId, CancellationToken ct = default) => _database.ReadAsync(
        connection => connection.Query("SELECT body FROM spans WHERE trace=$1 ORDER BY start, id", Read, traceId).OfType<SpanRecord>().ToList(), ct);

    public Task<long> CountAsync() => _database.ReadAsync(connection => connection.QuerySingle("SELECT COUNT(*) FROM spans", row => row.GetInt64(0)));

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static SpanRecord? Read(SqliteDataReader row) => SpanRecord.Parse(row.GetFieldValue<byte[]>(0));

    private static byte[] Bytes(SpanRecord span)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            span.WriteTo(json);
        }

        return body.ToArray();
    }
}
