using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Investigation;

/// <summary>Finds sessions that went badly, to be looked at: some of each day, of the platform or of a video, for 30 days.</summary>
public sealed class FindPoorSessions(Aggregates.Aggregates aggregates)
{
    /// <summary>Most that are told at once.</summary>
    public const int Most = 200;

    /// <summary>Those of a day, in UTC, the worst first.</summary>
    /// <param name="assetId">Null for any video.</param>
    /// <param name="reason">Null for any.</param>
    public async Task<IReadOnlyList<PoorSession>> ListAsync(DateTimeOffset day, string? assetId, PoorReason? reason, CancellationToken ct) =>
    [
        .. (await aggregates.ListPoorSessionsAsync(SubjectOf(assetId), day, ct)).Select(PoorSession.Of).Where(session => reason is null || session.Reason == reason).Take(Most),
    ];

    /// <summary>One of them; <c>session.not_found</c> where it isn't, or no more, among them.</summary>
    public async Task<Result<PoorSession>> FindAsync(DateTimeOffset day, string? assetId, string sessionId, CancellationToken ct) =>
        (await aggregates.ListPoorSessionsAsync(SubjectOf(assetId), day, ct)).FirstOrDefault(session => session.Claims!.SessionId == sessionId) is { } found
            ? PoorSession.Of(found)
            : PoorSessionErrors.NotFound();

    private static AggregateSubject SubjectOf(string? assetId) => assetId is null ? AggregateSubject.Platform : AggregateSubject.Video(assetId);
}
