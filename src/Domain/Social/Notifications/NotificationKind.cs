namespace StreamPlatform.Domain.Social.Notifications;

/// <summary>What people are told of.</summary>
public enum NotificationKind
{
    /// <summary>Somebody said something of a video of theirs.</summary>
    Comment,

    /// <summary>Somebody replied in a thread of theirs.</summary>
    Reply,

    /// <summary>Somebody named them in a comment.</summary>
    Mention,

    /// <summary>A video's owner gave a comment of theirs a heart.</summary>
    Heart,

    /// <summary>A channel that they subscribe to shows a new video.</summary>
    Video,

    /// <summary>Moderators took a video of theirs down; nobody goes without being told.</summary>
    Takedown,

    /// <summary>Moderators put a video of theirs back.</summary>
    Reinstatement,
}
