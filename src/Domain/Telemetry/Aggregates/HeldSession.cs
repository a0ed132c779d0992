using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>A session of a shard in memory.</summary>
internal sealed class HeldSession(string sessionId, SessionState state)
{
    /// <summary>Where the ids of all sessions begin and end.</summary>
    public const string From = "s|", Below = "s}";

    /// <summary>How long after its last possible event a session can still be judged.</summary>
    private static readonly TimeSpan Kept = SessionClaims.Lifetime + TimeSpan.FromHours(48);

    public string Id { get; } = IdOf(sessionId);

    public SessionState State => state;

    public bool IsDirty { get; set; }

    /// <summary>The batch that used it last.</summary>
    public long Used { get; set; }

    public static string IdOf(string sessionId) => From + sessionId;

    public static string SessionOf(string id) => id[From.Length..];

    /// <param name="now">For what has no claims, which a verdict alone makes.</param>
    public DateTimeOffset ExpiryAt(DateTimeOffset now) => (state.Claims?.StartedAt ?? now) + Kept;
}
