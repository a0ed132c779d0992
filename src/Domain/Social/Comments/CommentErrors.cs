using System.Globalization;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What can be refused about comments.</summary>
public static class CommentErrors
{
    /// <summary>There is no such comment on this video, or the caller may not see it.</summary>
    public static Error NotFound() => new("comment.not_found", 404, "There is no such comment on this video.");

    /// <summary>The text is empty or too long, or is no text.</summary>
    public static Error TextInvalid() => new(
        "comment.text_invalid", 400, $"A comment is 1 to {CommentText.Longest.ToString(CultureInfo.InvariantCulture)} characters, without control characters but line breaks and tabs.");

    /// <summary>The video's owner wants no comments on it.</summary>
    public static Error Off() => new("comment.off", 403, "Comments on this video are turned off.");

    /// <summary>Only its author, or the video's owner and moderators, may do this.</summary>
    public static Error NotYours() => new("comment.not_yours", 403, "This is for the comment's author, or for the video's owner and moderators.");

    /// <summary>The ETag in <c>If-Match</c> is no longer the comment's.</summary>
    public static Error Changed() => new("comment.changed", 412, "The comment was changed meanwhile. Read it again and repeat the change.");

    /// <summary>The comment is in a state in which this can't be done to it.</summary>
    public static Error WrongState(CommentState state) => new("comment.wrong_state", 409, $"This is not possible: the comment is {state.ToString().ToLowerInvariant()}.");
}
