namespace StreamPlatform.Functions.Telemetry;

/// <summary>A session that has begun.</summary>
/// <param name="SessionId">Not secret.</param>
/// <param name="SessionToken">What its player tells with; printable ASCII, to be kept by the player alone.</param>
/// <param name="ExpiresAt">After that nothing is taken of it.</param>
/// <param name="HeartbeatSeconds">How often the player tells that it plays.</param>
/// <param name="ReportUrl">Where it tells.</param>
public sealed record PlaybackSession(string SessionId, string SessionToken, DateTimeOffset ExpiresAt, int HeartbeatSeconds, string ReportUrl);
