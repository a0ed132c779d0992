namespace StreamPlatform.Domain.Social.Comments;

/// <summary>Thinks well of everything: so it is until there is something that can tell.</summary>
public sealed class NoSpamScore : ISpamScore
{
    public Task<double> ScoreAsync(Comment comment, CancellationToken ct) => Task.FromResult(0.0);
}
