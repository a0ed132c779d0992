using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using StreamPlatform.Local.Host.Invocation;
using StreamPlatform.Local.Host.Triggers;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Host.Messaging;

/// <summary>
/// Queues and topics like Service Bus's, on SQLite: every subscription of a topic gets each message; a receiver holds a
/// message under a lock, then completes or abandons it; after <see cref="MaxDeliveries"/> it is dead-lettered; messages
/// of a session come in order, one at a time; a message id sent again within <see cref="DuplicateWindow"/> is dropped.
/// </summary>
public sealed class LocalServiceBus
{
    public const int MaxDeliveries = 10;

    public static readonly TimeSpan DuplicateWindow = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan LockTime = TimeSpan.FromSeconds(60);

    /// <summary>The subscription under which a queue's messages are kept.</summary>
    internal const string QueueItself = "";

    private readonly SqliteDatabase _database;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<(string Entity, string Subscription), Signal> _arrivals = new();

    internal LocalServiceBus(SqliteDatabase database, TimeProvider time) => (_database, _time) = (database, time);

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Sends to all subscriptions that a topic has now. Done once it is on disk.</summary>
    /// <param name="topic">Its name.</param>
    /// <param name="body">What subscribers get.</param>
    /// <param name="sessionId">Messages of one session stay in order.</param>
    /// <param name="messageId">Drops the message if one with this id was sent within the window; null never does.</param>
    /// <param name="cancellation">Ends the wait; the message may have been sent all the same.</param>
    public async Task SendAsync(
        string topic, BinaryData body, string? sessionId = null, string? messageId = null, CancellationToken cancellation = default)
    {
        var trace = FunctionSpans.Current;
        var to = await _database.WriteAsync(
            connection =>
            {
                var subscriptions = connection.Query("SELECT name FROM bus_subscriptions WHERE topic=$1", row => row.GetString(0), topic);
                Store(connection, topic, subscriptions, body, sessionId, messageId, trace);
                return subscriptions;
            },
            cancellation);
        foreach (var subscription in to)
            Arrival(topic, subscription).Set();
    }

    /// <summary>Sends to a queue; otherwise as <see cref="SendAsync"/>.</summary>
    public async Task SendToQueueAsync(
        string queue, BinaryData body, string? sessionId = null, string? messageId = null, CancellationToken cancellation = default)
    {
        var trace = FunctionSpans.Current;
        await _database.WriteAsync(connection => Store(connection, queue, [QueueItself], body, sessionId, messageId, trace), cancellation);
        Arrival(queue, QueueItself).Set();
    }

    /// <summary>Makes a subscription; it gets what is sent from then on, received or not.</summary>
    public Task SubscribeAsync(string topic, string subscription, CancellationToken cancellation = default) =>
        _database.WriteAsync(
            connection => connection.Execute("INSERT OR IGNORE INTO bus_subscriptions (topic, name) VALUES ($1, $2)", topic, subscription),
            cancellation);

    /// <summary>What has been given up, oldest first.</summary>
    /// <param name="entity">A queue or topic.</param>
    /// <param name="subscription">Null for a queue.</param>
    /// <param name="cancellation">Ends the query.</param>
    public Task<List<DeadLetter>> DeadLettersAsync(string entity, string? subscription = null, CancellationToken cancellation = default) =>
        _database.ReadAsync(
            connection => connection.Query(
                """
                SELECT sequence, message_id, session_id, body, deliveries, dead_reason FROM bus_messages
                WHERE entity=$1 AND subscription=$2 AND dead=1 ORDER BY sequence
                """,
                row => new DeadLetter(
                    row.GetInt64(0), row.GetString(1), row.GetText(2), BinaryData.FromBytes(row.GetFieldValue<byte[]>(3)), row.GetInt32(4), row.GetText(5) ?? ""),
                entity, subscription ?? QueueItself),
            cancellation);

    /// <summary>Wakes a receiver of the queue or subscription.</summary>
    internal Signal Arrival(string entity, string subscription) => _arrivals.GetOrAdd((entity, subscription), _ => new Signal());

    /// <summary>
    /// Locks up to <paramref name="count"/> messages. With sessions only the first of each session is taken, and not while
    /// it is locked: the next one must wait. Not cancellable: messages locked by an abandoned request would have to time out.
    /// </summary>
    internal Task<List<BusMessage>> ReceiveAsync(string entity, string subscription, int count, bool sessions) => _database.WriteAsync(connection =>
    {
        var now = Now;
        connection.Execute(
            """
            UPDATE bus_messages SET dead=1, dead_reason='MaxDeliveryCountExceeded'
            WHERE entity=$1 AND subscription=$2 AND dead=0 AND locked_until<=$3 AND deliveries>=$4
            """,
            entity, subscription, now, MaxDeliveries);
        var inOrder = sessions
            ? """
               AND NOT EXISTS (SELECT 1 FROM bus_messages e WHERE e.entity=m.entity AND e.subscription=m.subscription
                   AND e.session_id IS m.session_id AND e.dead=0 AND e.sequence<m.sequence)
              """
            : "";
        var token = Guid.NewGuid().ToString("N");
        return connection.Query(
            $"""
            UPDATE bus_messages SET deliveries=deliveries+1, locked_until=$4, lock_token=$5
            WHERE sequence IN (
                SELECT m.sequence FROM bus_messages m
                WHERE m.entity=$1 AND m.subscription=$2 AND m.dead=0 AND m.locked_until<=$3{inOrder}
                ORDER BY m.sequence LIMIT $6)
            RETURNING sequence, message_id, session_id, body, enqueued, deliveries, trace_parent
            """,
            row => new BusMessage(
                row.GetInt64(0), row.GetString(1), row.GetText(2), BinaryData.FromBytes(row.GetFieldValue<byte[]>(3)),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), row.GetInt32(5), token, row.GetText(6)),
            entity, subscription, now, now + (long)LockTime.TotalMilliseconds, token, count).OrderBy(message => message.Sequence).ToList();
    });

    /// <summary>It is done; false when the lock had run out, and it will come again.</summary>
    internal Task<bool> CompleteAsync(BusMessage message) => _database.WriteAsync(connection => connection.Execute(
        "DELETE FROM bus_messages WHERE sequence=$1 AND lock_token=$2", message.Sequence, message.LockToken) == 1);

    /// <summary>It comes again at once, or is dead-lettered when it has come too often.</summary>
    internal async Task AbandonAsync(string entity, string subscription, BusMessage message, string reason)
    {
        await _database.WriteAsync(connection => connection.Execute(
            """
            UPDATE bus_messages SET locked_until=0, dead=(deliveries>=$3),
                dead_reason=CASE WHEN deliveries>=$3 THEN 'MaxDeliveryCountExceeded: ' || $4 END
            WHERE sequence=$1 AND lock_token=$2
            """,
            message.Sequence, message.LockToken, MaxDeliveries, reason));
        Arrival(entity, subscription).Set();
    }

    internal Task RenewAsync(BusMessage message) => _database.WriteAsync(connection => connection.Execute(
        "UPDATE bus_messages SET locked_until=$3 WHERE sequence=$1 AND lock_token=$2",
        message.Sequence, message.LockToken, Now + (long)LockTime.TotalMilliseconds));

    private void Store(
        SqliteConnection connection, string entity, IReadOnlyList<string> subscriptions, BinaryData body, string? sessionId, string? messageId, string? trace)
    {
        var now = Now;
        connection.Execute("DELETE FROM bus_sent WHERE sent<$1", now - (long)DuplicateWindow.TotalMilliseconds);
        if (messageId is not null
            && connection.Execute("INSERT OR IGNORE INTO bus_sent (entity, message_id, sent) VALUES ($1, $2, $3)", entity, messageId, now) == 0)
            return;
        foreach (var subscription in subscriptions)
        {
            connection.Execute(
                "INSERT INTO bus_messages (entity, subscription, message_id, session_id, body, enqueued, trace_parent) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                entity, subscription, messageId ?? Guid.NewGuid().ToString("N"), sessionId, body.ToArray(), now, trace);
        }
    }
}
