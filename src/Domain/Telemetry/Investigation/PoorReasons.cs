using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Folding;

namespace StreamPlatform.Domain.Telemetry.Investigation;

/// <summary>Finds what cost a session most of its score: an error, else the smallest of the score's factors.</summary>
internal static class PoorReasons
{
    public static PoorReason Of(SessionState state)
    {
        if (state.HasFailed)
            return state.HasStarted ? PoorReason.PlaybackFailure : PoorReason.StartFailure;
        var (start, stalls, frames) = ExperienceScore.FactorsOf(
            state.StartupMs, state.Total(Metric.WatchedMs), state.Total(Metric.StalledMs), state.Total(Metric.DroppedFrames));
        return start <= stalls && start <= frames ? PoorReason.SlowStart : stalls <= frames ? PoorReason.Stalls : PoorReason.DroppedFrames;
    }
}
