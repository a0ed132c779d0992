using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Investigation;

/// <summary>A session that went badly, as it can be looked at: what happened, and nothing of who it was.</summary>
/// <param name="SessionId">Made up for this session alone.</param>
/// <param name="Score">Its experience score, 0 to 59.</param>
/// <param name="Reason">What cost most of it.</param>
/// <param name="Country">Two letters; <c>ZZ</c> where it isn't known.</param>
/// <param name="Player"><c>name version engine</c>.</param>
/// <param name="Cdn">The host that segments came from; empty where the player didn't say.</param>
/// <param name="StartupMs">From the attempt to the first picture; null where there was none, or the player didn't tell.</param>
/// <param name="AverageKbps">Of what was watched; null where nothing was.</param>
/// <param name="Timeline">What happened but for heartbeats, the first 100.</param>
public sealed record PoorSession(
    string SessionId,
    string AssetId,
    DateTimeOffset StartedAt,
    int Score,
    PoorReason Reason,
    string Country,
    string Device,
    string Player,
    string Cdn,
    double? DurationSeconds,
    long? StartupMs,
    long WatchedMs,
    long StalledMs,
    long Stalls,
    long DroppedFrames,
    long? AverageKbps,
    IReadOnlyList<PoorMoment> Timeline)
{
    internal static PoorSession Of(SessionState state)
    {
        var (claims, watched) = (state.Claims!, state.WatchedMs);
        return new PoorSession(
            claims.SessionId,
            claims.AssetId,
            claims.StartedAt,
            state.Score ?? 0,
            PoorReasons.Of(state),
            claims.Country,
            state.Labels.Device,
            state.Player,
            state.Cdn,
            claims.DurationSeconds,
            state.StartupMs,
            watched,
            state.Total(Metric.StalledMs),
            state.Total(Metric.Stalls),
            state.Total(Metric.DroppedFrames),
            watched > 0 ? state.Total(Metric.BitrateMs) / watched : null,
            [.. state.Timeline.Select(told => PoorMoment.Of(told, claims.StartedAt))]);
    }
}
