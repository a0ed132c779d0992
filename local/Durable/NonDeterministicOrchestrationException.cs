namespace StreamPlatform.Local.Durable;

/// <summary>
/// An orchestrator, run again from its history, did something else than history says. The instance fails with this.
/// </summary>
public sealed class NonDeterministicOrchestrationException(string orchestrator, string instanceId, string difference)
    : Exception(
        $"Orchestrator '{orchestrator}' (instance '{instanceId}') is not deterministic: {difference} "
        + "Either its code changed while the instance was running, or it reads a clock, a random number or the outside world.");
