namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>What can be wrong with what players tell, and with the sessions that they tell of.</summary>
public static class IngestErrors
{
    /// <summary>The token of a session was not made here, or was changed.</summary>
    public static Error TokenInvalid() => new("telemetry.token_invalid", 401, "The session token is none that this platform has given.");

    /// <summary>The session began too long ago.</summary>
    public static Error TokenExpired() => new("telemetry.token_expired", 401, "The session token has expired: begin a new session.");

    /// <summary>A beacon as a whole is not of the form it must have.</summary>
    public static Error BeaconInvalid(string why) => new("telemetry.beacon_invalid", 400, $"The beacon is not what this route takes: {why}.");

    /// <summary>One event is not of the form it must have.</summary>
    public static Error EventInvalid(string why) => new("telemetry.event_invalid", 400, $"The event is not what this route takes: {why}.");

    /// <summary>The totals of one event contradict each other, or can't have come together within a session.</summary>
    public static Error TotalsImpossible(string why) => new("telemetry.totals_impossible", 400, $"The totals can't be: {why}.");

    /// <summary>The event happened too long before it was told.</summary>
    public static Error TooLate() => new("telemetry.too_late", 400, "The event happened more than 24 hours ago.");

    /// <summary>A request has more beacons, or a beacon more events, than are taken at once.</summary>
    public static Error TooMany(string what, int most) => new("telemetry.too_many", 400, $"At most {most} {what} are taken at once: the others were left.");

    /// <summary>A session tells more often than any player has to.</summary>
    public static Error SessionLimited() => new("telemetry.session_limited", 429, "The session tells too often. Send less often, with more events at once.");

    /// <summary>The hub takes no more for now.</summary>
    public static Error StreamFull() => new("telemetry.stream_full", 503, "More is told at the moment than can be taken in. Send it again in a moment.");

    /// <summary>The client's id of a visitor is too short to be one at random, too long, or has letters that it may not have.</summary>
    public static Error VisitorInvalid() => new(
        "telemetry.visitor_invalid", 400, "visitor must be 16 to 64 letters, digits, - and _, made at random and kept only with the viewer's consent.");

    /// <summary>Where the viewer came from is not told as it has to be.</summary>
    public static Error SourceInvalid() => new(
        "telemetry.source_invalid", 400, "source has a kind, which is direct, internal, search, social, embed or external, a host such as www.example.com, or both.");
}
