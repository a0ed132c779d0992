using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>
/// Which sessions count apart. These rules look at one session alone; those that look at several send verdicts
/// (<see cref="VerdictRecord"/>), which stand above these.
/// </summary>
internal static class QuarantineRules
{
    /// <summary>More watching per time passed than the fastest playback and some clock's error explain.</summary>
    private const double FastestWatching = 2.5;

    /// <summary>What may be watched more than that, for what network and clock do to times.</summary>
    private const long SlackMs = 30_000;

    /// <summary>A session that was suspicious when it began.</summary>
    public static bool Suspects(SessionClaims claims) => claims.Suspicions != Suspicions.None || claims.Device == DeviceKind.Bot;

    /// <summary>
    /// An event that tells of more watching than the time since the session began allows. Nothing of it is counted, so that it makes no view either.
    /// </summary>
    public static bool IsImplausible(SessionClaims claims, PlaybackEvent told) =>
        told.Totals.WatchedMs > (FastestWatching * Math.Max(0, told.At - claims.StartedAt.ToUnixTimeMilliseconds())) + SlackMs;

    /// <summary>Which of these rules it is, of a session that no verdict keeps apart.</summary>
    public static string RuleOf(SessionClaims claims) => Suspects(claims) ? "suspicious" : "implausible";

    public static bool Quarantines(SessionClaims claims, SessionFlags flags, Verdict? verdict) =>
        verdict?.Quarantined ?? (Suspects(claims) || flags.HasFlag(SessionFlags.Implausible));
}
