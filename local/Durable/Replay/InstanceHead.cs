namespace StreamPlatform.Local.Durable;

/// <summary>What the engine knows of an instance before its history.</summary>
/// <param name="Id">The instance's id.</param>
/// <param name="Execution">Distinguishes this run from former ones of the same id.</param>
/// <param name="Name">The orchestrator.</param>
/// <param name="Version">The version it was started with.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Input">Its input as JSON.</param>
/// <param name="Turns">How many turns its history holds.</param>
/// <param name="LastTurn">The time of the latest turn (UTC).</param>
/// <param name="Started">Whether its code has begun.</param>
/// <param name="Crashes">Crashes of the process since the last turn.</param>
/// <param name="Parent">The call it answers, if it is a sub-orchestration.</param>
internal sealed record InstanceHead(
    string Id,
    long Execution,
    string Name,
    string Version,
    OrchestrationRuntimeStatus Status,
    string? Input,
    int Turns,
    DateTime LastTurn,
    bool Started,
    int Crashes,
    ParentCall? Parent)
{
    /// <summary>The span that started it (W3C <c>traceparent</c>); null when nobody recorded.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When the present execution began (UTC); null of one that an older release started.</summary>
    public DateTime? Began { get; init; }

    public bool IsFinished => Status
        is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;
}
