using StreamPlatform.Domain.Telemetry.Truth;

namespace StreamPlatform.Functions.Telemetry.Truth;

/// <summary>A session that counts apart, or that was judged.</summary>
/// <param name="Quarantined">False of one that was released.</param>
/// <param name="Rule">By which: <c>suspicious</c>, <c>implausible</c>, <c>views_per_hour</c> or <c>operator</c>.</param>
/// <param name="JudgedAt">Absent where no verdict came.</param>
/// <param name="Viewer">The same of all of a viewer; it tells nothing else of them.</param>
public sealed record QuarantineBody(
    string SessionId, DateTimeOffset StartedAt, bool Quarantined, string Rule, DateTimeOffset? JudgedAt, string Viewer, string Country, double WatchedSeconds, bool IsView)
{
    internal static QuarantineBody From(QuarantinedSession session) => new(
        session.SessionId, session.StartedAt, session.Quarantined, session.Rule, session.JudgedAt, session.Viewer, session.Country, session.WatchedMs / 1000.0, session.IsView);
}

/// <summary>An operator's verdict.</summary>
/// <param name="Quarantined">The session counts apart; false: it counts, whatever rules say.</param>
public sealed record VerdictBody(bool Quarantined);

/// <summary>What becomes of a verdict.</summary>
/// <param name="NeedsRecount">The session isn't kept any more: the verdict counts once its day is counted again.</param>
public sealed record VerdictAnswer(string SessionId, bool Quarantined, bool NeedsRecount);
