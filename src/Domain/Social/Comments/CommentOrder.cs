namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Which threads come first.</summary>
public enum CommentOrder
{
    /// <summary>The best, by likes and replies.</summary>
    Top,

    Newest,
}
