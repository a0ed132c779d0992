namespace StreamPlatform.Local.Durable;

/// <summary>
/// One step of an instance. Steps of one turn carry the same number and time: first what arrived, then what the
/// orchestrator did about it.
/// </summary>
/// <param name="Turn">The turn, from 0.</param>
/// <param name="Time">The turn's time (UTC), which is what the orchestrator saw as the current time.</param>
/// <param name="Kind">What happened.</param>
/// <param name="TaskId">The call it is about; for raised events the message's number; -1 if none.</param>
/// <param name="Name">The activity, orchestrator or event; null if none.</param>
/// <param name="Target">The other instance it is about; null if none.</param>
/// <param name="Payload">Input, result or failure as JSON; of a timer the time it fires (UTC ticks).</param>
public sealed record HistoryEvent(
    int Turn, DateTime Time, HistoryKind Kind, long TaskId, string? Name, string? Target, string? Payload)
{
    /// <summary>Whether the orchestrator did it, rather than having it happen to it.</summary>
    internal bool IsAction => Kind
        is HistoryKind.TaskScheduled
        or HistoryKind.TimerCreated
        or HistoryKind.SubOrchestrationInstanceCreated
        or HistoryKind.EventSent;

    /// <summary>Whether orchestrator code sees it.</summary>
    internal bool IsArrival => Kind
        is HistoryKind.ExecutionStarted
        or HistoryKind.TaskCompleted
        or HistoryKind.TaskFailed
        or HistoryKind.TimerFired
        or HistoryKind.SubOrchestrationInstanceCompleted
        or HistoryKind.SubOrchestrationInstanceFailed
        or HistoryKind.EventRaised;
}
