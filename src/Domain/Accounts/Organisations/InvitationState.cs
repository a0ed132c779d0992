namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>Where an invitation is. Which event leads where is in <see cref="InvitationTransitions"/>.</summary>
public enum InvitationState
{
    /// <summary>It waits for an answer, until it expires.</summary>
    Open,

    /// <summary>Who was invited is, or was, a member.</summary>
    Accepted,

    /// <summary>Who was invited doesn't want to.</summary>
    Declined,

    /// <summary>The organisation took it back.</summary>
    Withdrawn,
}
