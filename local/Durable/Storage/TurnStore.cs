using System.Globalization;
using Microsoft.Data.Sqlite;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Durable;

/// <summary>Reads what a turn needs and writes what it changed, all or nothing.</summary>
internal sealed class TurnStore(SqliteDatabase database)
{
    public Task<InstanceHead?> GetHeadAsync(string id) => database.ReadAsync(c => Rows.Head(c, id));

    public Task<List<HistoryEvent>> GetHistoryAsync(string id) => database.ReadAsync(c => c.Query(
        "SELECT turn, time, kind, task, name, target, payload FROM history WHERE instance = $1 ORDER BY sequence",
        r => new HistoryEvent(
            r.GetInt32(0),
            new DateTime(r.GetInt64(1), DateTimeKind.Utc),
            (HistoryKind)r.GetInt32(2),
            r.GetInt64(3),
            r.GetText(4),
            r.GetText(5),
            r.GetText(6)),
        id));

    /// <summary>Removes messages and results that came for a finished or former execution.</summary>
    public Task DiscardAsync(string id, IReadOnlyList<Message> messages) => database.WriteAsync(c => Take(c, id, null, messages));

    /// <summary>Writes a turn; returns the messages to hand on, those kept for the instance itself among them.</summary>
    public Task<IReadOnlyList<Delivery>> CommitAsync(TurnCommit turn) => database.WriteAsync<IReadOnlyList<Delivery>>(c => Commit(c, turn));

    private static List<Delivery> Commit(SqliteConnection c, TurnCommit turn)
    {
        var id = turn.Head.Id;
        var deliveries = new List<Delivery>();
        Take(c, id, turn.Head.Execution, turn.Taken);
        Take(c, id, turn.Head.Execution, turn.Stored);
        foreach (var message in turn.Stored)
            Add(deliveries, id, Rows.Send(c, id, message));

        if (turn.Ending is null)
        {
            c.Execute(
                "UPDATE instances SET status=$2, updated=$3, turns=turns+1, started=$4, crashes=0 WHERE id=$1",
                id,
                (int)turn.Status,
                turn.Now.Ticks,
                turn.Started);
        }
        else if (turn.Ending.Restart is not null)
            StartOver(c, turn, deliveries);
        else
            Finish(c, turn, deliveries);
        if (turn.CustomStatus.Set)
            c.Execute("UPDATE instances SET custom_status=$2 WHERE id=$1", id, turn.CustomStatus.Json);

        if (turn.Ending?.Restart is null)
            Append(c, turn);
        foreach (var timer in turn.CancelledTimers)
            c.Execute("DELETE FROM timers WHERE instance=$1 AND execution=$2 AND task=$3", id, turn.Head.Execution, timer);
        foreach (var action in turn.History)
            Act(c, turn, action, deliveries);
        return deliveries;
    }

    private static void Take(SqliteConnection c, string id, long? execution, IReadOnlyList<Message> messages)
    {
        foreach (var message in messages)
        {
            var of = message.Execution ?? execution;
            if (message.InboxId is { } row)
                c.Execute("DELETE FROM inbox WHERE id=$1", row);
            else if (message.Kind is HistoryKind.TaskCompleted or HistoryKind.TaskFailed)
                c.Execute("DELETE FROM activities WHERE instance=$1 AND execution=$2 AND task=$3", id, of, message.TaskId);
            else if (message.Kind is HistoryKind.TimerFired or HistoryKind.ExecutionStarted)
                c.Execute("DELETE FROM timers WHERE instance=$1 AND execution=$2 AND task=$3", id, of, message.TaskId);
        }
    }

    private static void Append(SqliteConnection c, TurnCommit turn)
    {
        var sequence = (long)turn.Head.Turns << 24;
        foreach (var e in turn.History)
        {
            c.Execute(
                "INSERT INTO history(instance, sequence, turn, time, kind, task, name, target, payload) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                turn.Head.Id,
                sequence++,
                e.Turn,
                e.Time.Ticks,
                (int)e.Kind,
                e.TaskId,
                e.Name,
                e.Target,
                e.Payload);
        }
    }

    private static void Act(SqliteConnection c, TurnCommit turn, HistoryEvent action, List<Delivery> deliveries)
    {
        var (id, execution) = (turn.Head.Id, turn.Head.Execution);
        switch (action.Kind)
        {
            case HistoryKind.TaskScheduled:
                c.Execute(
                    "INSERT INTO activities(instance, execution, task, name, input) VALUES($1, $2, $3, $4, $5)",
                    id,
                    execution,
                    action.TaskId,
                    action.Name,
                    action.Payload);
                break;
            case HistoryKind.TimerCreated when turn.Ending is null && !turn.CancelledTimers.Contains(action.TaskId):
                c.Execute(
                    "INSERT INTO timers(instance, execution, task, fire_at) VALUES($1, $2, $3, $4)",
                    id,
                    execution,
                    action.TaskId,
                    long.Parse(action.Payload!, CultureInfo.InvariantCulture));
                break;
            case HistoryKind.SubOrchestrationInstanceCreated:
                StartChild(c, turn, action, deliveries);
                break;
            case HistoryKind.EventSent:
                var raised = new Message(HistoryKind.EventRaised, null, -1, action.Name, action.Payload);
                Add(deliveries, action.Target!, Rows.Send(c, action.Target!, raised));
                break;
        }
    }

    private static void StartChild(SqliteConnection c, TurnCommit turn, HistoryEvent call, List<Delivery> deliveries)
    {
        var status = Rows.Status(c, call.Target!);
        if (status is OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended)
        {
            var refusal = Failures.From(new OrchestrationAlreadyExistsException(call.Target!, status.Value));
            var refused = new Message(
                HistoryKind.SubOrchestrationInstanceFailed, turn.Head.Execution, call.TaskId, call.Name, Failures.Write(refusal));
            Add(deliveries, turn.Head.Id, Rows.Send(c, turn.Head.Id, refused));
            return;
        }

        var parent = new ParentCall(turn.Head.Id, turn.Head.Execution, turn.Head.Name, (int)call.TaskId);
        var child = new InstanceHead(
            call.Target!,
            Rows.NewExecution(),
            call.Name!,
            turn.ChildVersion,
            OrchestrationRuntimeStatus.Pending,
            call.Payload,
            Turns: 0,
            turn.Now,
            Started: false,
            Crashes: 0,
            parent) { TraceParent = WorkflowSpans.ContextOf(turn.Head) };
        Rows.Insert(c, child, turn.Now);
        deliveries.Add(new Delivery(child.Id, new Message(HistoryKind.ExecutionStarted, child.Execution, -1, null, child.Input)));
    }

    private static void StartOver(SqliteConnection c, TurnCommit turn, List<Delivery> deliveries)
    {
        var id = turn.Head.Id;
        c.Execute("DELETE FROM history WHERE instance=$1", id);
        Rows.DeleteWork(c, id);
        c.Execute(
            "UPDATE instances SET execution=$2, input=$3, status=$4, updated=$5, turns=0, started=0, crashes=0, began=$5 WHERE id=$1",
            id,
            turn.NextExecution,
            turn.Ending!.Restart!.Input,
            (int)OrchestrationRuntimeStatus.Running,
            turn.Now.Ticks);
        deliveries.Add(new Delivery(
            id, new Message(HistoryKind.ExecutionStarted, turn.NextExecution, -1, null, turn.Ending.Restart.Input)));
        foreach (var carried in turn.Carried)
        {
            // Under its own number, so that it stays ahead of what came later.
            c.Execute(
                "INSERT INTO inbox(id, instance, kind, execution, task, name, payload) VALUES($1, $2, $3, NULL, -1, $4, $5)",
                carried.InboxId,
                id,
                (int)carried.Kind,
                carried.Name,
                carried.Payload);
            deliveries.Add(new Delivery(id, carried));
        }
    }

    private static void Finish(SqliteConnection c, TurnCommit turn, List<Delivery> deliveries)
    {
        var (head, ending) = (turn.Head, turn.Ending!);
        var failure = ending.Failure is null ? null : Failures.Write(ending.Failure);
        c.Execute(
            "UPDATE instances SET status=$2, output=$3, failure=$4, updated=$5, turns=turns+1, crashes=0 WHERE id=$1",
            head.Id,
            (int)ending.Status,
            ending.Output,
            failure,
            turn.Now.Ticks);
        c.Execute("DELETE FROM inbox WHERE instance=$1", head.Id);
        Rows.DeleteWork(c, head.Id);

        if (ending.Recursive)
        {
            var children = c.Query(
                "SELECT id FROM instances WHERE parent_id=$1 AND status IN (0, 6, 7)", r => r.GetString(0), head.Id);
            foreach (var child in children)
            {
                var end = new Message(HistoryKind.ExecutionTerminated, null, -1, Message.Recursive, ending.Output);
                Add(deliveries, child, Rows.Send(c, child, end));
            }
        }

        if (head.Parent is { } parent)
            Add(deliveries, parent.InstanceId, Rows.Send(c, parent.InstanceId, Answer(parent, head, ending, failure)));
    }

    private static Message Answer(ParentCall parent, InstanceHead head, Ending ending, string? failure) => ending.Status switch
    {
        OrchestrationRuntimeStatus.Completed => new(
            HistoryKind.SubOrchestrationInstanceCompleted, parent.Execution, parent.TaskId, head.Name, ending.Output),
        OrchestrationRuntimeStatus.Failed => new(
            HistoryKind.SubOrchestrationInstanceFailed, parent.Execution, parent.TaskId, head.Name, failure),
        _ => new(
            HistoryKind.SubOrchestrationInstanceFailed,
            parent.Execution,
            parent.TaskId,
            head.Name,
            Failures.Write(new TaskFailureDetails(
                "Terminated", $"Sub-orchestration '{head.Id}' was terminated.", null, null))),
    };

    private static void Add(List<Delivery> deliveries, string instanceId, Message? message)
    {
        if (message is not null)
            deliveries.Add(new Delivery(instanceId, message));
    }
}
