namespace StreamPlatform.Domain.Playback;

/// <summary>Issues and reads playback tokens: JSON Web Tokens (RFC 7519), RS256, audience <c>video</c>, subject the playback id.</summary>
public interface IPlaybackTokens
{
    Task<PlaybackToken> IssueAsync(PlaybackClaims claims, DateTimeOffset issuedAt, DateTimeOffset expiresAt, CancellationToken ct);

    /// <summary>What the token says; <c>playback.token_invalid</c> or <c>playback.token_expired</c>.</summary>
    Task<Result<PlaybackClaims>> ReadAsync(string token, CancellationToken ct);
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
