namespace StreamPlatform.Local.Durable;

/// <summary>What a turn came to.</summary>
/// <param name="Consumed">How many of the arrivals the orchestrator saw; it may end before it has seen all.</param>
/// <param name="Actions">What it did, in order.</param>
/// <param name="CancelledTimers">Timers it gave up.</param>
/// <param name="CustomStatus">The custom status, if it set one.</param>
/// <param name="UnconsumedEvents">Events it has received and not asked for.</param>
/// <param name="Ending">How it ended; null if it waits.</param>
internal sealed record TurnOutcome(
    int Consumed,
    IReadOnlyList<HistoryEvent> Actions,
    IReadOnlySet<long> CancelledTimers,
    (bool Set, string? Json) CustomStatus,
    IReadOnlyList<Message> UnconsumedEvents,
    Ending? Ending);
