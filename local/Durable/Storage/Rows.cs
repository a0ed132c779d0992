using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Durable;

/// <summary>The statements that several stores share.</summary>
internal static class Rows
{
    private const string HeadColumns =
        "id, execution, name, version, status, input, turns, updated, started, crashes, parent_id, parent_execution, parent_name, parent_task, trace_parent, began";

    public static InstanceHead? Head(SqliteConnection c, string id) =>
        c.QueryFirst($"SELECT {HeadColumns} FROM instances WHERE id = $1", ReadHead, id);

    public static OrchestrationRuntimeStatus? Status(SqliteConnection c, string id) =>
        c.QueryFirst<OrchestrationRuntimeStatus?>(
            "SELECT status FROM instances WHERE id = $1", r => (OrchestrationRuntimeStatus)r.GetInt32(0), id);

    /// <summary>Adds an instance, replacing a finished one of that id.</summary>
    public static void Insert(SqliteConnection c, InstanceHead head, DateTime now)
    {
        Delete(c, head.Id);
        c.Execute(
            """
            INSERT INTO instances(id, execution, name, version, status, created, updated, input,
              parent_id, parent_execution, parent_name, parent_task, trace_parent, began)
            VALUES($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, $6)
            """,
            head.Id,
            head.Execution,
            head.Name,
            head.Version,
            (int)head.Status,
            now.Ticks,
            head.Input,
            head.Parent?.InstanceId,
            head.Parent?.Execution,
            head.Parent?.Name,
            head.Parent?.TaskId,
            head.TraceParent);
    }

    /// <summary>Removes every trace of an instance.</summary>
    public static void Delete(SqliteConnection c, string id)
    {
        if (c.Execute("DELETE FROM instances WHERE id = $1", id) == 0)
            return;
        c.Execute("DELETE FROM history WHERE instance = $1", id);
        DeleteWork(c, id);
        c.Execute("DELETE FROM inbox WHERE instance = $1", id);
    }

    /// <summary>Removes what an ended execution still had under way.</summary>
    public static void DeleteWork(SqliteConnection c, string id)
    {
        c.Execute("DELETE FROM activities WHERE instance = $1", id);
        c.Execute("DELETE FROM timers WHERE instance = $1", id);
    }

    /// <summary>Puts a message into an inbox; null if the instance does not exist or has finished.</summary>
    public static Message? Send(SqliteConnection c, string instanceId, Message message)
    {
        var added = c.Execute(
            """
            INSERT INTO inbox(instance, kind, execution, task, name, payload) SELECT $1, $2, $3, $4, $5, $6
            WHERE EXISTS (SELECT 1 FROM instances WHERE id = $1 AND status IN (0, 6, 7))
            """,
            instanceId,
            (int)message.Kind,
            message.Execution,
            message.TaskId,
            message.Name,
            message.Payload);
        return added == 0
            ? null
            : message with { InboxId = c.QuerySingle("SELECT last_insert_rowid()", r => r.GetInt64(0)) };
    }

    public static Message ReadMessage(SqliteDataReader r) => new(
        (HistoryKind)r.GetInt32(1), r.GetInteger(2), r.GetInt64(3), r.GetText(4), r.GetText(5), r.GetInt64(0));

    public static long NewExecution() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;

    private static InstanceHead ReadHead(SqliteDataReader r) => new(
        r.GetString(0),
        r.GetInt64(1),
        r.GetString(2),
        r.GetString(3),
        (OrchestrationRuntimeStatus)r.GetInt32(4),
        r.GetText(5),
        r.GetInt32(6),
        new DateTime(r.GetInt64(7), DateTimeKind.Utc),
        r.GetBoolean(8),
        r.GetInt32(9),
        r.IsDBNull(10) ? null : new ParentCall(r.GetString(10), r.GetInt64(11), r.GetString(12), r.GetInt32(13)))
    {
        TraceParent = r.GetText(14),
        Began = r.IsDBNull(15) ? null : new DateTime(r.GetInt64(15), DateTimeKind.Utc),
    };
}
