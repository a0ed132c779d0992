namespace StreamPlatform.Domain.Playback;

/// <summary>Issues and reads playback tokens: JSON Web Tokens (RFC 7519), RS256, audience <c>video</c>, subject the playback id.</summary>
public interface IPlaybackTokens
{
    Task<PlaybackToken> IssueAsync(PlaybackClaims claims, DateTimeOffset issuedAt, DateTimeOffset expiresAt, CancellationToken ct);

    /// <summary>What the token says; <c>playback.token_invalid</c>, <c>playback.token_expired</c> or <c>playback.token_lifetime_invalid</c>.</summary>
    /// <param name="ownerId">The account that has what is to be played: tokens that it made itself, with a <see cref="Keys.OwnersKey"/>, count too, for what everybody with a token may see.</param>
    Task<Result<PlaybackClaims>> ReadAsync(string token, string ownerId, CancellationToken ct);
}

/// <summary>A token and when it stops working.</summary>
public sealed record PlaybackToken(string Token, DateTimeOffset ExpiresAt);

/// <summary>What a token allows.</summary>
public sealed record PlaybackClaims(string PlaybackId, PlaybackScope Scope);

/// <summary>How much a token lets one see.</summary>
public enum PlaybackScope
{
    /// <summary>What is published.</summary>
    Play,

    /// <summary>The owner's view: also what is still being made, and how far it is.</summary>
    Preview,
}
