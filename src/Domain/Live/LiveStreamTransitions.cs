namespace StreamPlatform.Domain.Live;

/// <summary>What can happen to a live stream.</summary>
public enum LiveStreamEvent
{
    /// <summary>An encoder was let in.</summary>
    Admitted,

    /// <summary>The encoder went.</summary>
    Ended,

    /// <summary>The lease of the encoder's connection ran out: nobody says that it is still there.</summary>
    Lapsed,

    /// <summary>Its owner lets no encoder in any more.</summary>
    Disabled,

    /// <summary>Its owner lets encoders in again.</summary>
    Enabled,
}

/// <summary>The live stream's state machine: a pair that is not in the table is not allowed. It may be deleted in every state.</summary>
public static class LiveStreamTransitions
{
    private static readonly Dictionary<(LiveStreamState From, LiveStreamEvent On), LiveStreamState> Table = new()
    {
        [(LiveStreamState.Idle, LiveStreamEvent.Admitted)] = LiveStreamState.Active,
        [(LiveStreamState.Idle, LiveStreamEvent.Disabled)] = LiveStreamState.Disabled,

        // Another connection is let in only when the one before has gone, or its lease has.
        [(LiveStreamState.Active, LiveStreamEvent.Ended)] = LiveStreamState.Idle,
        [(LiveStreamState.Active, LiveStreamEvent.Lapsed)] = LiveStreamState.Idle,
        [(LiveStreamState.Active, LiveStreamEvent.Disabled)] = LiveStreamState.Disabled,

        [(LiveStreamState.Disabled, LiveStreamEvent.Enabled)] = LiveStreamState.Idle,
    };

    /// <summary>The state after <paramref name="on"/>, or null when the event is not allowed in <paramref name="from"/>.</summary>
    public static LiveStreamState? Next(LiveStreamState from, LiveStreamEvent on) =>
        Table.TryGetValue((from, on), out var to) ? to : null;
}
