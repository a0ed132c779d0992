using StreamPlatform.Domain.Telemetry.Investigation;

namespace StreamPlatform.Functions.Telemetry.Investigation;

/// <summary>Some sessions of a day that went badly.</summary>
/// <param name="Day">When it begins.</param>
/// <param name="Sessions">The worst first; at most 200.</param>
public sealed record PoorSessionsBody(DateTimeOffset Day, IReadOnlyList<PoorSession> Sessions);
