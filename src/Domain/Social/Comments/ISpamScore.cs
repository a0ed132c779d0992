namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Guesses whether a comment is spam. What looks like it is held for the owner and moderators; nothing is refused.</summary>
public interface ISpamScore
{
    /// <summary>From 0 (no reason to think so) to 1.</summary>
    Task<double> ScoreAsync(Comment comment, CancellationToken ct);
}
