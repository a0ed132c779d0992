namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>What can happen to an invitation.</summary>
public enum InvitationEvent
{
    /// <summary>Who was invited says yes.</summary>
    Accept,

    /// <summary>Who was invited says no.</summary>
    Decline,

    /// <summary>The organisation takes it back.</summary>
    Withdraw,
}

/// <summary>The invitation's state machine: a pair that is not in the table is not allowed.</summary>
public static class InvitationTransitions
{
    private static readonly Dictionary<(InvitationState From, InvitationEvent On), InvitationState> Table = new()
    {
        [(InvitationState.Open, InvitationEvent.Accept)] = InvitationState.Accepted,
        [(InvitationState.Open, InvitationEvent.Decline)] = InvitationState.Declined,
        [(InvitationState.Open, InvitationEvent.Withdraw)] = InvitationState.Withdrawn,
    };

    /// <summary>The state after <paramref name="on"/>, or null when the event is not allowed in <paramref name="from"/>.</summary>
    public static InvitationState? Next(InvitationState from, InvitationEvent on) => Table.TryGetValue((from, on), out var to) ? to : null;
}
