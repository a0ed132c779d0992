using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using StreamPlatform.Local.Host.Triggers;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Host.Messaging;

/// <summary>
/// Event hubs on SQLite: partitions chosen by the hash of a key, each in order of arrival; consumer groups with a
/// checkpoint a partition; events kept for <see cref="Retention"/>, read or not.
/// </summary>
public sealed class LocalEventHub
{
    public const int Partitions = 4;

    public static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    private readonly SqliteDatabase _database;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<(string Hub, string Group, int Partition), Signal> _arrivals = new();

    internal LocalEventHub(SqliteDatabase database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Appends events, together, to one partition. Done once they are on disk.</summary>
    /// <param name="hub">Its name.</param>
    /// <param name="partitionKey">Events of one key stay in order; null takes any partition.</param>
    /// <param name="events">In order.</param>
    /// <param name="cancellation">Ends the wait; the events may have been sent all the same.</param>
    public Task SendAsync(string hub, string? partitionKey, IReadOnlyCollection<BinaryData> events, CancellationToken cancellation = default) =>
        AppendAsync(hub, [(PartitionOf(partitionKey), [.. events.Select(body => (partitionKey, body))])], cancellation);

    /// <summary>Appends events of several keys, all or none. Done once they are on disk; calls at the same time share a commit.</summary>
    /// <param name="hub">Its name.</param>
    /// <param name="events">Each with its key, in order.</param>
    /// <param name="cancellation">Ends the wait; the events may have been sent all the same.</param>
    public Task SendAsync(string hub, IReadOnlyCollection<(string Key, BinaryData Body)> events, CancellationToken cancellation = default) => AppendAsync(
        hub,
        [.. events.GroupBy(one => PartitionOf(one.Key), one => ((string?)one.Key, one.Body)).Select(group => (group.Key, (IReadOnlyList<(string?, BinaryData)>)[.. group]))],
        cancellation);

    /// <summary>The partition of a key: the same in every process and release.</summary>
    internal static int PartitionOf(string? key) => key is null
        ? RandomNumberGenerator.GetInt32(Partitions)
        : (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))) % Partitions);

    internal Signal Arrival(string hub, string group, int partition) => _arrivals.GetOrAdd((hub, group, partition), _ => new Signal());

    private async Task AppendAsync(string hub, IReadOnlyList<(int Partition, IReadOnlyList<(string? Key, BinaryData Body)> Events)> partitions, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        await _database.WriteAsync(
            connection =>
            {
                foreach (var (partition, events) in partitions)
                    Append(connection, hub, partition, events, now);
            },
            cancellation);
        foreach (var (at, signal) in _arrivals)
        {
            if (at.Hub == hub && partitions.Any(written => written.Partition == at.Partition))
                signal.Set();
        }
    }

    private static void Append(SqliteConnection connection, string hub, int partition, IReadOnlyList<(string? Key, BinaryData Body)> events, long now)
    {
        var next = connection.QuerySingle(
            """
            INSERT INTO hub_partitions (hub, partition, next) VALUES ($1, $2, $3)
            ON CONFLICT DO UPDATE SET next=next+$3 RETURNING next
            """,
            row => row.GetInt64(0),
            hub, partition, events.Count);
        var sequence = next - events.Count;
        foreach (var (key, body) in events)
        {
            connection.Execute(
                "INSERT INTO hub_events (hub, partition, sequence, partition_key, body, enqueued) VALUES ($1, $2, $3, $4, $5, $6)",
                hub, partition, sequence++, key, body.ToArray(), now);
        }
    }

    /// <summary>What comes after the group's checkpoint, in order.</summary>
    internal Task<List<HubEvent>> ReadAsync(string hub, string group, int partition, int count, CancellationToken cancellation) =>
        _database.ReadAsync(
            connection => connection.Query(
                """
                SELECT sequence, partition_key, body, enqueued FROM hub_events
                WHERE hub=$1 AND partition=$3 AND sequence > COALESCE(
                    (SELECT sequence FROM hub_checkpoints WHERE hub=$1 AND consumer=$2 AND partition=$3), -1)
                ORDER BY sequence LIMIT $4
                """,
                row => new HubEvent(
                    row.GetInt64(0), row.GetText(1), BinaryData.FromBytes(row.GetFieldValue<byte[]>(2)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))),
                hub, group, partition, count),
            cancellation);

    /// <summary>Notes that a group has dealt with a partition up to an event.</summary>
    internal Task CheckpointAsync(string hub, string group, int partition, long sequence) =>
        _database.WriteAsync(connection => connection.Execute(
            """
            INSERT INTO hub_checkpoints (hub, consumer, partition, sequence) VALUES ($1, $2, $3, $4)
            ON CONFLICT DO UPDATE SET sequence=MAX(sequence, excluded.sequence)
            """,
            hub, group, partition, sequence));

    /// <summary>How far each consumer that has ever read is behind.</summary>
    public Task<List<HubLag>> LagAsync(CancellationToken cancellation = default) => _database.ReadAsync(
        connection => connection.Query(
            """
            SELECT c.hub, c.consumer, SUM(p.next - 1 - c.sequence), MIN(
                (SELECT e.enqueued FROM hub_events e WHERE e.hub=c.hub AND e.partition=c.partition AND e.sequence>c.sequence ORDER BY e.sequence LIMIT 1))
            FROM hub_checkpoints c JOIN hub_partitions p ON p.hub=c.hub AND p.partition=c.partition
            GROUP BY c.hub, c.consumer
            """,
            row => new HubLag(
                row.GetString(0), row.GetString(1), row.GetInt64(2),
                row.GetInteger(3) is { } oldest ? _time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(oldest) : TimeSpan.Zero)),
        cancellation);

    /// <summary>Drops events past their retention.</summary>
    internal Task DropOldAsync(CancellationToken cancellation) => _database.WriteAsync(
        connection => connection.Execute("DELETE FROM hub_events WHERE enqueued<$1", (_time.GetUtcNow() - Retention).ToUnixTimeMilliseconds()),
        cancellation);
}
