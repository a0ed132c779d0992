namespace StreamPlatform.Local.Durable;

/// <summary>Everything a turn changes, written in one transaction.</summary>
internal sealed record TurnCommit
{
    public required InstanceHead Head { get; init; }

    public required DateTime Now { get; init; }

    public required OrchestrationRuntimeStatus Status { get; init; }

    /// <summary>Whether the code has begun, now or before.</summary>
    public required bool Started { get; init; }

    /// <summary>Arrivals and actions, to append.</summary>
    public required IReadOnlyList<HistoryEvent> History { get; init; }

    /// <summary>Messages taken, whose rows go.</summary>
    public required IReadOnlyList<Message> Taken { get; init; }

    /// <summary>Results of activities that arrived while suspended: stored as messages until the instance is resumed.</summary>
    public required IReadOnlyList<Message> Stored { get; init; }

    /// <summary>Events that the next execution is to receive.</summary>
    public IReadOnlyList<Message> Carried { get; init; } = [];

    public IReadOnlySet<long> CancelledTimers { get; init; } = new HashSet<long>();

    public (bool Set, string? Json) CustomStatus { get; init; }

    public Ending? Ending { get; init; }

    /// <summary>The next execution, if the instance starts over.</summary>
    public long NextExecution { get; init; }

    /// <summary>The version of sub-orchestrations that it starts.</summary>
    public required string ChildVersion { get; init; }
}
