using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Durable;

/// <summary>What was under way when the engine last ended.</summary>
internal sealed record Recovery(
    IReadOnlyList<ActivityWork> Activities, IReadOnlyList<TimerEntry> Timers, IReadOnlyList<Delivery> Messages)
{
    /// <summary>
    /// Reads it. If the engine was not stopped in order, whatever could have been running is marked, so that work that
    /// takes the process down each time is found out.
    /// </summary>
    public static Task<Recovery> LoadAsync(SqliteDatabase database) => database.WriteAsync(c =>
    {
        if (c.QuerySingle("SELECT clean FROM engine", r => r.GetInt32(0)) == 0)
        {
            c.Execute("UPDATE activities SET crashes = crashes + 1");
            c.Execute(
                """
                UPDATE instances SET crashes = crashes + 1 WHERE status IN (0, 6) AND (id IN (SELECT instance FROM inbox)
                  OR started = 0 AND NOT EXISTS (SELECT 1 FROM timers WHERE instance = id AND task = -1))
                """);
        }

        c.Execute("UPDATE engine SET clean = 0");
        var activities = c.Query(
            """
            SELECT a.instance, a.execution, a.task, a.name, a.input, a.crashes, i.trace_parent
            FROM activities a LEFT JOIN instances i ON i.id = a.instance
            """,
            r => new ActivityWork(
                r.GetString(0), r.GetInt64(1), r.GetInt32(2), r.GetString(3), r.GetText(4), r.GetInt32(5),
                WorkflowSpans.ContextOf(r.GetText(6), r.GetInt64(1))));
        var timers = c.Query(
            "SELECT instance, execution, task, fire_at FROM timers",
            r => new TimerEntry(r.GetInt64(3), r.GetString(0), r.GetInt64(1), r.GetInt64(2)));
        var starts = c.Query(
            """
            SELECT id, execution, input FROM instances WHERE started = 0 AND status IN (0, 6, 7)
              AND NOT EXISTS (SELECT 1 FROM timers WHERE instance = id AND task = -1)
            """,
            r => new Delivery(
                r.GetString(0), new Message(HistoryKind.ExecutionStarted, r.GetInt64(1), -1, null, r.GetText(2))));
        var messages = c.Query(
            "SELECT id, kind, execution, task, name, payload, instance FROM inbox ORDER BY id",
            r => new Delivery(r.GetString(6), Rows.ReadMessage(r)));
        return new Recovery(activities, timers, [.. starts, .. messages]);
    });

    /// <summary>Notes that the engine stopped in order.</summary>
    public static Task MarkCleanAsync(SqliteDatabase database) =>
        database.WriteAsync(c => c.Execute("UPDATE engine SET clean = 1"));
}
