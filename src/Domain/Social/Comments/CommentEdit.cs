namespace StreamPlatform.Domain.Social.Comments;

/// <summary>What a comment said before. The last <see cref="Kept"/> are kept, in a ring.</summary>
/// <param name="Slot">Of the ring.</param>
/// <param name="At">When it was written.</param>
/// <param name="Text">Null once the comment was taken back.</param>
public sealed record CommentEdit(int SchemaVersion, string AssetId, string CommentId, int Slot, string? Text, DateTimeOffset At)
{
    public const int CurrentSchemaVersion = 1;
    public const int Kept = 20;
}
