namespace StreamPlatform.Domain.Telemetry.Truth;

/// <param name="Hour">When the hour began, in UTC.</param>
/// <param name="Part">Of <see cref="Aggregates.ChangedVideos"/>.</param>
public sealed record JudgeStep(DateTimeOffset Hour, int Part);
