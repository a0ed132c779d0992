namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What becomes of comments on a video.</summary>
public enum CommentMode
{
    /// <summary>They are seen at once.</summary>
    On,

    /// <summary>Each is held until the owner or a moderator has seen it.</summary>
    Held,

    /// <summary>There are none: nobody writes any, and those that are there are seen by the owner and moderators alone.</summary>
    Off,
}
