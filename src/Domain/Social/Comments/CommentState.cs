namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Who sees a comment. Which event leads where is in <see cref="CommentTransitions"/>.</summary>
public enum CommentState
{
    /// <summary>Whoever sees the video.</summary>
    Visible,

    /// <summary>Its author, the video's owner and moderators, until one of them decides.</summary>
    Held,

    /// <summary>As held, for good: it was never let in.</summary>
    Rejected,

    /// <summary>As rejected: it was taken out.</summary>
    Removed,

    /// <summary>Its author took it back: there is no text any more, and a place only while there are replies to it.</summary>
    Deleted,
}
