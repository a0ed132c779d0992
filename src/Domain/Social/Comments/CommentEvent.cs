namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What moves a comment from state to state.</summary>
public enum CommentEvent
{
    /// <summary>The owner or a moderator lets it be seen.</summary>
    Approved,

    /// <summary>It is to be looked at before it is seen again.</summary>
    HeldBack,

    /// <summary>The owner or a moderator does not let it in.</summary>
    Refused,

    /// <summary>The owner or a moderator takes it out.</summary>
    TakenOut,

    /// <summary>Its author takes it back.</summary>
    TakenBack,
}
