namespace StreamPlatform.Domain.Social.Marking;

/// <summary>The kinds of marks. Stored: never changed.</summary>
public static class MarkSpaces
{
    /// <summary>Likes and dislikes of assets.</summary>
    public const string Reactions = "reactions";

    /// <summary>Likes of comments; a subject's ID is that of the asset, a slash, and that of the comment.</summary>
    public const string CommentLikes = "commentLikes";

    /// <summary>Subscriptions to channels.</summary>
    public const string Subscribers = "subscribers";

    /// <summary>Shares of assets, one a person and day.</summary>
    public const string Shares = "shares";

    /// <summary>Reports; only the pointers beside who made them.</summary>
    public const string Reports = "reports";

    /// <summary>Comments of assets: counted where they lie, and recounted with the rest.</summary>
    public const string Comments = "comments";
}
