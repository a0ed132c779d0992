namespace StreamPlatform.Local.Durable;

/// <summary>The engine's tables. Times are UTC ticks; payloads are JSON. Only ever append to the list.</summary>
internal static class Schema
{
    public static IReadOnlyList<string> Migrations { get; } =
    [
        """
        -- One row an instance id. execution tells one run from the next; turns counts its turns so far.
        CREATE TABLE instances(
          id TEXT NOT NULL PRIMARY KEY, execution INTEGER NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL,
          status INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL,
          turns INTEGER NOT NULL DEFAULT 0, started INTEGER NOT NULL DEFAULT 0,
          crashes INTEGER NOT NULL DEFAULT 0,
          input TEXT, output TEXT, failure TEXT, custom_status TEXT,
          parent_id TEXT, parent_execution INTEGER, parent_name TEXT, parent_task INTEGER);
        CREATE INDEX instances_by_creation ON instances(created, id);
        CREATE INDEX instances_by_parent ON instances(parent_id) WHERE parent_id IS NOT NULL;
        CREATE INDEX instances_unfinished ON instances(id) WHERE status IN (0, 6, 7);

        -- What happened, in order.
        CREATE TABLE history(
          instance TEXT NOT NULL, sequence INTEGER NOT NULL, turn INTEGER NOT NULL, time INTEGER NOT NULL,
          kind INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT, target TEXT, payload TEXT,
          PRIMARY KEY(instance, sequence)) WITHOUT ROWID;

        -- Messages that no turn has taken yet.
        CREATE TABLE inbox(
          id INTEGER PRIMARY KEY AUTOINCREMENT, instance TEXT NOT NULL, kind INTEGER NOT NULL, execution INTEGER,
          task INTEGER NOT NULL, name TEXT, payload TEXT);
        CREATE INDEX inbox_by_instance ON inbox(instance);

        -- Activities whose result no turn has taken yet.
        CREATE TABLE activities(
          instance TEXT NOT NULL, execution INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT NOT NULL, input TEXT,
          crashes INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(instance, execution, task)) WITHOUT ROWID;

        -- Timers whose firing no turn has taken yet; task -1 is an instance's delayed start.
        CREATE TABLE timers(
          instance TEXT NOT NULL, execution INTEGER NOT NULL, task INTEGER NOT NULL, fire_at INTEGER NOT NULL,
          PRIMARY KEY(instance, execution, task)) WITHOUT ROWID;

        -- Whether the engine was stopped in order.
        CREATE TABLE engine(clean INTEGER NOT NULL);
        INSERT INTO engine VALUES(1);
        """,
        """
        -- The span that started the instance (W3C traceparent), and when the present execution began.
        ALTER TABLE instances ADD COLUMN trace_parent TEXT;
        ALTER TABLE instances ADD COLUMN began INTEGER;
        """,
    ];
}
