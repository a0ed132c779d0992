using System.Globalization;
using Microsoft.Extensions.Logging;

namespace StreamPlatform.Local.Durable;

/// <summary>Runs one turn of an instance: sorts what arrived, runs the code, stores the result, then acts on it.</summary>
internal sealed class TurnRunner(
    DurableEngineOptions options,
    TaskRegistry registry,
    TurnStore store,
    TimeProvider time,
    ILoggerFactory loggers,
    ILogger logger,
    OrchestrationDispatcher orchestrations,
    ActivityDispatcher activities,
    TimerQueue timers,
    InstanceSignals signals)
{
    /// <exception cref="Exception">Nothing of the turn is stored; the messages are to be given again.</exception>
    public async Task RunAsync(Instance instance, List<Message> batch)
    {
        if (batch.Count == 0)
            return;
        var head = instance.Head ??= await store.GetHeadAsync(instance.Id);
        if (head is null || head.IsFinished)
        {
            (instance.Head, instance.Session) = (null, null);
            await store.DiscardAsync(instance.Id, batch);
            return;
        }

        var mail = SortedMail.Sort(head, batch);
        if (mail.Stale.Count > 0)
            await store.DiscardAsync(instance.Id, mail.Stale);

        if (mail.HasWork)
            await RunAsync(instance, head, mail);
        if (instance.Head is null)
            return;
        instance.Held.AddRange(mail.Held.Where(m => m.InboxId is not null || !SortedMail.IsResult(m)));
    }

    private async Task RunAsync(Instance instance, InstanceHead head, SortedMail mail)
    {
        var now = new DateTime(Math.Max(time.GetUtcNow().UtcTicks, head.LastTurn.Ticks), DateTimeKind.Utc);
        var outcome = mail.Termination is { } end ? Terminate(end)
            : head.Crashes >= options.MaxCrashes ? Fail(Poison(head))
            : mail.Arrivals.Count > 0 ? await RunCodeAsync(instance, head, mail.Arrivals, now)
            : new TurnOutcome(0, [], new HashSet<long>(), default, [], null);

        var commit = Describe(head, mail, now, outcome);
        var deliveries = await store.CommitAsync(commit);
        Advance(instance, head, commit);
        Act(head, commit, deliveries);
    }

    private async Task<TurnOutcome> RunCodeAsync(
        Instance instance, InstanceHead head, IReadOnlyList<Message> arrivals, DateTime now)
    {
        try
        {
            instance.Session ??= await LoadAsync(head);
            return instance.Session.Run(head.Turns, now, arrivals, replaying: false);
        }
        catch (Exception error) when (error is NonDeterministicOrchestrationException or UnknownOrchestratorException)
        {
            return Fail(error);
        }
    }

    private async Task<OrchestrationSession> LoadAsync(InstanceHead head)
    {
        if (!registry.TryGetOrchestrator(head.Name, out var handler))
            throw new UnknownOrchestratorException(head.Name);
        var session = new OrchestrationSession(head, handler, loggers);
        if (head.Turns > 0)
            session.Replay(await store.GetHistoryAsync(head.Id));
        return session;
    }

    private TurnCommit Describe(InstanceHead head, SortedMail mail, DateTime now, TurnOutcome outcome)
    {
        var turn = head.Turns;
        var started = head.Started || mail.Arrivals.Count > 0;
        var seen = mail.Arrivals.Take(outcome.Consumed);
        var unseen = mail.Arrivals.Skip(outcome.Consumed).Where(m => m.Kind == HistoryKind.EventRaised);
        var history = new List<HistoryEvent>();
        history.AddRange(mail.Controls.Select(m => m.ToHistory(turn, now)));
        history.AddRange(seen.Select(m => m.ToHistory(turn, now)));
        history.AddRange(outcome.Actions);
        if (outcome.Ending is { Restart: null } ending)
            history.Add(Last(turn, now, ending));

        return new TurnCommit
        {
            Head = head,
            Now = now,
            Started = started,
            Status = mail.Suspended ? OrchestrationRuntimeStatus.Suspended
                : started ? OrchestrationRuntimeStatus.Running
                : OrchestrationRuntimeStatus.Pending,
            History = history,
            Taken = [.. mail.Controls, .. mail.Arrivals],
            Stored = [.. mail.Held.Where(m => m.InboxId is null && SortedMail.IsResult(m))],
            Carried = outcome.Ending?.Restart is { PreserveEvents: true } ? [.. outcome.UnconsumedEvents, .. unseen] : [],
            CancelledTimers = outcome.CancelledTimers,
            CustomStatus = outcome.CustomStatus,
            Ending = outcome.Ending,
            NextExecution = outcome.Ending?.Restart is null ? 0 : Rows.NewExecution(),
            ChildVersion = options.DefaultVersion,
        };
    }

    private static void Advance(Instance instance, InstanceHead head, TurnCommit commit)
    {
        if (commit.Ending is null)
        {
            instance.Head = head with
            {
                Turns = head.Turns + 1,
                LastTurn = commit.Now,
                Status = commit.Status,
                Started = commit.Started,
                Crashes = 0,
            };
            return;
        }

        (instance.Head, instance.Session) = (null, null);
    }

    private void Act(InstanceHead head, TurnCommit commit, IReadOnlyList<Delivery> deliveries)
    {
        if (commit.Ending is { } end)
        {
            timers.CancelAll(head.Id);
            WorkflowSpans.Ended(head, end, commit.Now);
        }

        foreach (var timer in commit.CancelledTimers)
            timers.Cancel(head.Id, timer);
        foreach (var action in commit.History)
        {
            if (action.Kind == HistoryKind.TaskScheduled)
                activities.Enqueue(new(head.Id, head.Execution, (int)action.TaskId, action.Name!, action.Payload, TraceParent: WorkflowSpans.ContextOf(head)));
            else if (action.Kind == HistoryKind.TimerCreated && commit.Ending is null && !commit.CancelledTimers.Contains(action.TaskId))
                timers.Arm(new(long.Parse(action.Payload!, CultureInfo.InvariantCulture), head.Id, head.Execution, action.TaskId));
        }

        foreach (var delivery in deliveries)
            orchestrations.Deliver(delivery.InstanceId, delivery.Message);
        if (commit.Ending is { Failure: { } failure })
            logger.WorkflowFailed(head.Id, head.Name, failure);
        else if (commit.Ending is { Restart: null } ending)
            logger.WorkflowEnded(head.Id, head.Name, ending.Status);
        signals.Changed(head.Id);
    }

    private static HistoryEvent Last(int turn, DateTime now, Ending ending) => new(
        turn,
        now,
        ending.Status switch
        {
            OrchestrationRuntimeStatus.Completed => HistoryKind.ExecutionCompleted,
            OrchestrationRuntimeStatus.Terminated => HistoryKind.ExecutionTerminated,
            _ => HistoryKind.ExecutionFailed,
        },
        -1,
        null,
        null,
        ending.Failure is null ? ending.Output : Failures.Write(ending.Failure));

    private static TurnOutcome Terminate(Message end) => Ended(new Ending(
        OrchestrationRuntimeStatus.Terminated, end.Payload, Recursive: end.Name == Message.Recursive));

    private static TurnOutcome Fail(Exception error) => Ended(Ending.Failed(error));

    private static TurnOutcome Ended(Ending ending) => new(0, [], new HashSet<long>(), default, [], ending);

    private static PoisonedWorkException Poison(InstanceHead head) => new(
        $"Orchestrator '{head.Name}' was to run in each of the last {head.Crashes} crashes of the process and is given up.");
}
