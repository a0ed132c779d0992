namespace StreamPlatform.Local.Durable;

/// <summary>What a history event is; the names are the genuine ones. Stored as numbers: only ever append.</summary>
public enum HistoryKind
{
    ExecutionStarted = 0,
    TaskScheduled = 1,
    TaskCompleted = 2,
    TaskFailed = 3,
    TimerCreated = 4,
    TimerFired = 5,
    SubOrchestrationInstanceCreated = 6,
    SubOrchestrationInstanceCompleted = 7,
    SubOrchestrationInstanceFailed = 8,
    EventRaised = 9,
    EventSent = 10,
    ExecutionSuspended = 11,
    ExecutionResumed = 12,
    ExecutionTerminated = 13,
    ExecutionCompleted = 14,
    ExecutionFailed = 15,
}
