namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>A session that has begun.</summary>
/// <param name="Token">What its player tells with.</param>
/// <param name="ExpiresAt">After that nothing is taken of it.</param>
public sealed record OpenedSession(string SessionId, string Token, DateTimeOffset ExpiresAt);
