using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Telemetry;

/// <summary>Aggregates in SQLite: all shards of a write in one transaction. What has expired goes bit by bit when something is written.</summary>
internal sealed class SqliteAggregateShards(TelemetryDatabase telemetry, TimeProvider clock) : IAggregateShards
{
    private const int SweptAtOnce = 1000;

    /// <summary>Rows that are read at once of what may be more than fits into memory.</summary>
    private const int PageSize = 500;

    private static readonly TimeSpan SweepPause = TimeSpan.FromMinutes(10);

    /// <summary>Only the writer's thread looks at it.</summary>
    private DateTimeOffset _nextSweep;

    public async Task<IReadOnlyList<ShardContent>> LoadAsync(int hubPartition, IReadOnlyList<ShardRequest> wanted, CancellationToken ct)
    {
        var database = await telemetry.OpenAsync();
        return await database.ReadAsync<IReadOnlyList<ShardContent>>(db => [.. wanted.Select(request => Load(db, hubPartition, request))], ct);
    }

    public async Task<IReadOnlyList<string>?> WriteAsync(int hubPartition, IReadOnlyList<ShardWrite> followers, IReadOnlyList<ShardWrite> leaders, CancellationToken ct)
    {
        List<ShardWrite> writes = [.. followers, .. leaders];
        var now = clock.GetUtcNow();
        var database = await telemetry.OpenAsync();
        return await database.WriteAsync<IReadOnlyList<string>?>(
            db =>
            {
                using var statements = new ShardStatements(db, hubPartition);
                var versions = writes.ConvertAll(write => statements.VersionOf(write.Shard));
                // Nobody else writes meanwhile, so what is true before the first write is true until the last.
                if (writes.Zip(versions).Any(each => each.First.ETag != (each.Second == 0 ? null : ETagOf(each.Second))))
                    return null;
                Sweep(db, now);
                return [.. writes.Zip(versions).Select(each => Write(statements, each.First, each.Second + 1))];
            },
            ct);
    }

    public async Task MarkAsync(IReadOnlyList<ShardMark> marks, CancellationToken ct)
    {
        var database = await telemetry.OpenAsync();
        await database.WriteAsync(
            db =>
            {
                foreach (var (shard, id, expiresAt) in marks)
                {
                    db.Execute(
                        "INSERT INTO shard_documents (shard, id, hub_partition, expires_at, body) VALUES ($1, $2, 0, $3, x'') ON CONFLICT DO NOTHING",
                        shard, id, expiresAt?.ToUnixTimeSeconds());
                }
            },
            ct);
    }

    public async Task<IReadOnlyList<ShardDocument>> ListAsync(string shard, string from, string below, CancellationToken ct)
    {
        var database = await telemetry.OpenAsync();
        return await database.ReadOneAsync(
            db => db.Query(
                // Marks are of partition 0, which may have written nothing else there.
                """
                SELECT d.id, d.body FROM (SELECT hub_partition FROM shard_heads WHERE shard = $1 UNION SELECT 0) h
                JOIN shard_documents d ON d.hub_partition = h.hub_partition AND d.shard = $1
                WHERE d.id >= $2 AND d.id < $3 ORDER BY d.id
                """,
                row => new ShardDocument(row.GetString(0), row.GetFieldValue<byte[]>(1)),
                shard,
                from,
                below),
            ct);
    }

    public async IAsyncEnumerable<ShardDocument> StreamAsync(string shard, string from, string below, [EnumeratorCancellation] CancellationToken ct)
    {
        var database = await telemetry.OpenAsync();
        var partitions = await database.ReadOneAsync(
            db => db.Query("SELECT hub_partition FROM shard_heads WHERE shard = $1 UNION SELECT 0", row => row.GetInt32(0), shard), ct);
        foreach (var partition in partitions)
        {
            for (string? after = null; ;)
            {
                var last = after;
                var page = await database.ReadOneAsync(
                    db => db.Query(
                        "SELECT id, body FROM shard_documents WHERE hub_partition = $1 AND shard = $2 AND id >= $3 AND id > $4 AND id < $5 ORDER BY id LIMIT $6",
                        row => new ShardDocument(row.GetString(0), row.GetFieldValue<byte[]>(1)),
                        partition, shard, from, last ?? "", below, PageSize),
                    ct);
                foreach (var document in page)
                    yield return document;
                if (page.Count < PageSize)
                    break;
                after = page[^1].Id;
            }
        }
    }

    public async Task<ShardPlacePage> ScanAsync(string from, string below, string? cursor, CancellationToken ct)
    {
        // A head is there wherever documents are.
        var at = cursor?.IndexOf('|', StringComparison.Ordinal) ?? 0;
        var (afterShard, afterPartition) = cursor is null ? ("", -1) : (cursor[(at + 1)..], int.Parse(cursor.AsSpan(0, at), CultureInfo.InvariantCulture));
        var database = await telemetry.OpenAsync();
        var heads = await database.ReadOneAsync(
            db => db.Query(
                """
                SELECT h.shard, h.hub_partition, EXISTS (
                  SELECT 1 FROM shard_documents d WHERE d.hub_partition = h.hub_partition AND d.shard = h.shard AND d.id >= $1 AND d.id < $2)
                FROM shard_heads h WHERE (h.shard, h.hub_partition) > ($3, $4) ORDER BY h.shard, h.hub_partition LIMIT $5
                """,
                row => (Place: new ShardPlace(row.GetString(0), row.GetInt32(1)), Has: row.GetBoolean(2)),
                from, below, afterShard, afterPartition, PageSize),
            ct);
        return new ShardPlacePage(
            [.. heads.Where(head => head.Has).Select(head => head.Place)],
            heads.Count < PageSize ? null : string.Create(CultureInfo.InvariantCulture, $"{heads[^1].Place.HubPartition}|{heads[^1].Place.Shard}"));
    }

    private static ShardContent Load(SqliteConnection db, int hubPartition, ShardRequest request)
    {
        var documents = new List<ShardDocument>();
        foreach (var id in request.Ids)
        {
            if (db.QueryFirst(
                "SELECT body FROM shard_documents WHERE hub_partition = $3 AND shard = $1 AND id = $2",
                row => row.GetFieldValue<byte[]>(0),
                request.Shard,
                id,
                hubPartition) is { } body)
            {
                documents.Add(new ShardDocument(id, body));
            }
        }

        return new ShardContent(request.Head ? HeadOf(db, request.Shard, hubPartition) : null, documents);
    }

    private static ShardHead? HeadOf(SqliteConnection db, string shard, int hubPartition) => db.QueryFirst(
        "SELECT watermark, version FROM shard_heads WHERE shard = $1 AND hub_partition = $2",
        row => new ShardHead(row.GetInt64(0), ETagOf(row.GetInt64(1))),
        shard,
        hubPartition);

    private static string ETagOf(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static string Write(ShardStatements statements, ShardWrite write, long version)
    {
        foreach (var document in write.Documents)
            statements.Put(write.Shard, document);
        statements.Put(write.Shard, write.Watermark, version);
        return ETagOf(version);
    }

    private void Sweep(SqliteConnection db, DateTimeOffset now)
    {
        if (now < _nextSweep)
            return;
        var swept = db.Execute(
            """
            DELETE FROM shard_documents WHERE (hub_partition, shard, id) IN
              (SELECT hub_partition, shard, id FROM shard_documents WHERE expires_at <= $1 LIMIT $2)
            """,
            now.ToUnixTimeSeconds(),
            SweptAtOnce);
        _nextSweep = swept < SweptAtOnce ? now + SweepPause : _nextSweep;
    }
}
