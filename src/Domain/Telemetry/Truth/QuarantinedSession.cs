using System.Globalization;
using StreamPlatform.Domain.Telemetry.Folding;

namespace StreamPlatform.Domain.Telemetry.Truth;

/// <summary>A session that counts apart, or that somebody judged.</summary>
/// <param name="Rule">By which it does or, once it was released, doesn't: of the platform, or <see cref="Quarantine.OperatorRule"/>.</param>
/// <param name="JudgedAt">When a verdict came; null of what rules on the session alone say.</param>
/// <param name="Viewer">The same for all of one viewer, and tells nothing else of them.</param>
public sealed record QuarantinedSession(string SessionId, DateTimeOffset StartedAt, bool Quarantined, string Rule, DateTimeOffset? JudgedAt, string Viewer, string Country, long WatchedMs, bool IsView)
{
    internal string SortKey { get; } = string.Create(CultureInfo.InvariantCulture, $"{StartedAt.UtcDateTime:yyyyMMddHHmmssfff} {SessionId}");

    /// <summary>Null of what counts and nobody has judged.</summary>
    internal static QuarantinedSession? Of(SessionState session) => session is { Claims: { } claims } && (session.IsQuarantined || session.Verdict is not null)
        ? new QuarantinedSession(
            claims.SessionId,
            claims.StartedAt,
            session.IsQuarantined,
            session.Verdict?.Rule ?? QuarantineRules.RuleOf(claims),
            session.Verdict is { } verdict ? DateTimeOffset.FromUnixTimeMilliseconds(verdict.At) : null,
            claims.Viewer.ToString("x16", CultureInfo.InvariantCulture),
            claims.Country,
            session.WatchedMs,
            session.IsView)
        : null;
}
