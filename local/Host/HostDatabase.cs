using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Host;

/// <summary>The host's own database: receipts, schedules, topics, event hubs.</summary>
internal static class HostDatabase
{
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE blob_receipts (
            function TEXT NOT NULL, container TEXT NOT NULL, blob TEXT NOT NULL, etag TEXT NOT NULL,
            state INTEGER NOT NULL, attempts INTEGER NOT NULL, updated INTEGER NOT NULL,
            PRIMARY KEY (function, container, blob)) WITHOUT ROWID;

        CREATE TABLE timers (
            function TEXT NOT NULL PRIMARY KEY, schedule TEXT NOT NULL, last INTEGER NOT NULL, next INTEGER NOT NULL,
            updated INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE bus_subscriptions (
            topic TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (topic, name)) WITHOUT ROWID;
        CREATE TABLE bus_messages (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, entity TEXT NOT NULL, subscription TEXT NOT NULL,
            message_id TEXT NOT NULL, session_id TEXT, body BLOB NOT NULL, enqueued INTEGER NOT NULL,
            deliveries INTEGER NOT NULL DEFAULT 0, locked_until INTEGER NOT NULL DEFAULT 0, lock_token TEXT,
            dead INTEGER NOT NULL DEFAULT 0, dead_reason TEXT);
        CREATE INDEX bus_waiting ON bus_messages (entity, subscription, dead, sequence);
        CREATE INDEX bus_sessions ON bus_messages (entity, subscription, session_id, dead, sequence);
        CREATE TABLE bus_sent (
            entity TEXT NOT NULL, message_id TEXT NOT NULL, sent INTEGER NOT NULL,
            PRIMARY KEY (entity, message_id)) WITHOUT ROWID;
        CREATE INDEX bus_sent_age ON bus_sent (sent);

        CREATE TABLE hub_partitions (
            hub TEXT NOT NULL, partition INTEGER NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (hub, partition)) WITHOUT ROWID;
        CREATE TABLE hub_events (
            hub TEXT NOT NULL, partition INTEGER NOT NULL, sequence INTEGER NOT NULL, partition_key TEXT,
            body BLOB NOT NULL, enqueued INTEGER NOT NULL, PRIMARY KEY (hub, partition, sequence)) WITHOUT ROWID;
        CREATE INDEX hub_age ON hub_events (enqueued);
        CREATE TABLE hub_checkpoints (
            hub TEXT NOT NULL, consumer TEXT NOT NULL, partition INTEGER NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (hub, consumer, partition)) WITHOUT ROWID;
        """,
        """
        -- The span that sent the message (W3C traceparent).
        ALTER TABLE bus_messages ADD COLUMN trace_parent TEXT;
        """,
    ];

    public static async Task<SqliteDatabase> OpenAsync(DataFolder data, CancellationToken cancellation)
    {
        var database = await SqliteDatabase.OpenAsync(Path.Combine(data.Databases, "host.db"), Migrations, cancellation);

        // Locks of a former process mean nothing: its receivers are gone, and nobody else opens this file.
        await database.WriteAsync(connection => connection.Execute("UPDATE bus_messages SET locked_until=0 WHERE locked_until>0 AND dead=0"), cancellation);
        return database;
    }
}
