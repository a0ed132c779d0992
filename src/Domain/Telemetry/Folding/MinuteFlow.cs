namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>What flowed in a minute.</summary>
/// <param name="Minute">Minutes since 1970.</param>
/// <param name="Present">1 when something was watched in it, -1 when nothing is any more.</param>
internal readonly record struct MinuteFlow(int Minute, FlowTotals Flows, int Present);
