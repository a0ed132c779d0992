using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Truth;

/// <summary>What the rule on many views needs to know of one, and no more: there are very many.</summary>
/// <param name="StartedAt">Milliseconds since 1970.</param>
/// <param name="Counts">Nothing but this rule keeps it apart.</param>
/// <param name="IsApart">This rule keeps it apart.</param>
/// <param name="IsOthers">Somebody else judged it: it stays as it is.</param>
internal readonly record struct JudgedView(string SessionId, int Bucket, ulong Viewer, long StartedAt, bool Counts, bool IsApart, bool IsOthers)
{
    private const long HourMs = 3_600_000;

    /// <summary>Null of what is no view.</summary>
    public static JudgedView? Of(SessionState session) => session is { IsView: true, Claims: { } claims }
        ? new JudgedView(
            claims.SessionId,
            claims.Bucket,
            claims.Viewer,
            claims.StartedAt.ToUnixTimeMilliseconds(),
            !session.IsQuarantined || session.Verdict?.Rule == JudgeViews.Rule,
            session.Verdict is { Rule: JudgeViews.Rule, Quarantined: true },
            session.Verdict is not (null or { Rule: JudgeViews.Rule }))
        : null;

    /// <summary>The verdicts that these still lack, of whole hours of the clock.</summary>
    public static IEnumerable<VerdictRecord> Lacking(IEnumerable<JudgedView> views, string assetId, long now) => views
        .GroupBy(view => (view.Viewer, view.StartedAt / HourMs))
        .SelectMany(same => same
            .OrderBy(view => view.StartedAt)
            .ThenBy(view => view.SessionId, StringComparer.Ordinal)
            .Where(view => view.Counts)
            .Select((view, place) => (view, apart: place >= JudgeViews.MostPerHour)))
        .Where(judged => judged.apart != judged.view.IsApart && !judged.view.IsOthers)
        .Select(judged => new VerdictRecord(judged.view.SessionId, assetId, judged.view.Bucket, judged.apart, JudgeViews.Rule, now));
}
