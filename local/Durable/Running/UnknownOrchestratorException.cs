namespace StreamPlatform.Local.Durable;

/// <summary>An instance names an orchestrator that is not registered.</summary>
internal sealed class UnknownOrchestratorException(string name) : Exception(TaskRegistry.Unknown("orchestrator", name));
