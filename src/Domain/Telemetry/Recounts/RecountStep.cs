namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <param name="HubPartition">-1 of what is of none.</param>
/// <param name="Number">Of the day of the archive, or the slice.</param>
public sealed record RecountStep(RecountStage Stage, int HubPartition, int Number);
