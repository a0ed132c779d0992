namespace StreamPlatform.Domain.Social.Marking;

/// <summary>The kinds of marks. Stored: never changed.</summary>
public static class MarkSpaces
{
    /// <summary>Likes and dislikes of assets.</summary>
    public const string Reactions = "reactions";
}
