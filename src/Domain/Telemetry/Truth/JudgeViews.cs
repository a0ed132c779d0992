using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Truth;

/// <summary>
/// Looks at the sessions of a video together, which no fold of a single one can: of the views of one viewer that begin within an
/// hour only the first few count. The others go into quarantine by a verdict, which is sent through the hub like everything
/// that is counted, and can be taken back in the same way.
/// </summary>
public sealed class JudgeViews(Aggregates.Aggregates aggregates, ITelemetryStream stream, TimeProvider clock)
{
    /// <summary>Name of the rule in verdicts.</summary>
    public const string Rule = "views_per_hour";

    /// <summary>How many views of one video by one viewer, begun within one hour of the clock, count. Viewers behind one address that gave no id may look like one, so it is more than one person needs.</summary>
    public const int MostPerHour = 10;

    private const int SentTogether = 500;

    /// <summary>Judges the sessions of a video that began from <paramref name="from"/> on and before <paramref name="to"/>, which are whole hours. Judging again sends nothing new.</summary>
    /// <returns>How many verdicts were sent.</returns>
    public async Task<int> JudgeAsync(string assetId, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var sessions = await aggregates.ListSessionsAsync(assetId, ct);
        var verdicts = Verdicts(sessions.Where(session => session.Claims is { } claims && claims.StartedAt >= from && claims.StartedAt < to), clock.GetUtcNow());
        foreach (var some in verdicts.Chunk(SentTogether))
            await stream.SendAsync(some, ct);
        return verdicts.Count;
    }

    /// <summary>The verdicts that these sessions still lack. Those that somebody has judged by hand stay as they are.</summary>
    internal static IReadOnlyList<VerdictRecord> Verdicts(IEnumerable<SessionState> sessions, DateTimeOffset now) =>
    [
        .. sessions
            .Where(session => session.IsView)
            .GroupBy(session => (session.Claims!.Viewer, session.Claims.StartedAt.ToUnixTimeSeconds() / 3600))
            .SelectMany(views => views
                .OrderBy(session => session.Claims!.StartedAt)
                .ThenBy(session => session.Claims!.SessionId, StringComparer.Ordinal)
                .Where(session => !session.IsQuarantined || session.Verdict?.Rule == Rule)
                .Select((session, place) => (session, quarantined: place >= MostPerHour)))
            .Where(judged => judged.quarantined != (judged.session.Verdict is { Rule: Rule, Quarantined: true }) && judged.session.Verdict is null or { Rule: Rule })
            .Select(judged => new VerdictRecord(
                judged.session.Claims!.SessionId, judged.session.Claims.AssetId, judged.session.Claims.Bucket, judged.quarantined, Rule, now.ToUnixTimeMilliseconds())),
    ];
}
