using StreamPlatform.Domain.Telemetry.Returning;

namespace StreamPlatform.Functions.Telemetry.Analytics;

/// <summary>Viewers by the day on which they watched, and how many of them came back.</summary>
/// <param name="Days">The oldest first; a day without viewers too.</param>
public sealed record CohortsBody(IReadOnlyList<Cohort> Days);
