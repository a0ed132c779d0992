namespace StreamPlatform.Local.Durable;

/// <summary>Something on its way to an instance.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Execution">The execution it is meant for; null for whichever runs.</param>
/// <param name="TaskId">The call it answers; -1 if none.</param>
/// <param name="Name">An event's name; null if none.</param>
/// <param name="Payload">Result, failure, event or reason, as JSON.</param>
/// <param name="InboxId">Its row, if it is stored; results of activities and timers are not: their tasks' rows are kept instead.</param>
internal sealed record Message(
    HistoryKind Kind, long? Execution, long TaskId, string? Name, string? Payload, long? InboxId = null)
{
    /// <summary>Of a termination: whether it reaches sub-orchestrations.</summary>
    public const string Recursive = "recursive";

    public bool IsControl => Kind
        is HistoryKind.ExecutionSuspended
        or HistoryKind.ExecutionResumed
        or HistoryKind.ExecutionTerminated;

    public HistoryEvent ToHistory(int turn, DateTime time) =>
        new(turn, time, Kind, Kind == HistoryKind.EventRaised ? InboxId ?? TaskId : TaskId, Name, null, Payload);

    public static Message FromHistory(HistoryEvent e) => new(
        e.Kind, null, e.TaskId, e.Name, e.Payload, e.Kind == HistoryKind.EventRaised ? e.TaskId : null);
}
