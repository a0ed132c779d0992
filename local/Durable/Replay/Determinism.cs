namespace StreamPlatform.Local.Durable;

/// <summary>Compares what replayed code did with what history says it did.</summary>
internal static class Determinism
{
    /// <exception cref="NonDeterministicOrchestrationException">They differ; the message says where and how.</exception>
    public static void Check(InstanceHead head, int turn, IReadOnlyList<HistoryEvent> recorded, TurnOutcome replayed)
    {
        var steps = Math.Max(recorded.Count, replayed.Actions.Count);
        for (var i = 0; i < steps; i++)
        {
            var then = i < recorded.Count ? recorded[i] : null;
            var now = i < replayed.Actions.Count ? replayed.Actions[i] : null;
            if (then is null || now is null || !Same(then, now))
            {
                throw Differs(
                    head,
                    $"in turn {turn}, history says it {Describe(then, replayed: null)}, "
                    + $"its code now {Describe(now, replayed)}.");
            }
        }

        if (replayed.Ending is { } ending)
            throw Differs(head, $"after turn {turn}, history says it went on waiting, its code now {Describe(ending)}.");
    }

    public static NonDeterministicOrchestrationException NotDurable(InstanceHead head) =>
        Differs(head, "it awaits something that is neither an activity, a timer, an event nor a sub-orchestration.");

    private static NonDeterministicOrchestrationException Differs(InstanceHead head, string difference) =>
        new(head.Name, head.Id, difference);

    private static bool Same(HistoryEvent a, HistoryEvent b) =>
        a.Kind == b.Kind
        && a.TaskId == b.TaskId
        && string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase)
        && a.Target == b.Target;

    private static string Describe(HistoryEvent? step, TurnOutcome? replayed) => step?.Kind switch
    {
        HistoryKind.TaskScheduled => $"called activity '{step.Name}' (#{step.TaskId})",
        HistoryKind.TimerCreated => $"created a timer (#{step.TaskId})",
        HistoryKind.SubOrchestrationInstanceCreated =>
            $"called sub-orchestrator '{step.Name}' as '{step.Target}' (#{step.TaskId})",
        HistoryKind.EventSent => $"sent event '{step.Name}' to '{step.Target}' (#{step.TaskId})",
        _ => replayed?.Ending is { } ending ? Describe(ending) : "did nothing more",
    };

    private static string Describe(Ending ending) => ending switch
    {
        { Restart: not null } => "continues as new",
        { Failure: { } failure } => $"fails with {failure}",
        _ => "returns",
    };
}
