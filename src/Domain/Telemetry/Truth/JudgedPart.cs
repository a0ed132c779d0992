namespace StreamPlatform.Domain.Telemetry.Truth;

/// <param name="Videos">How many were looked at.</param>
/// <param name="Verdicts">How many were sent.</param>
public sealed record JudgedPart(int Videos, int Verdicts);
