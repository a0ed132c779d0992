namespace StreamPlatform.Local.Durable;

/// <summary>Runs an orchestrator and returns its output, to be serialized.</summary>
public delegate Task<object?> OrchestratorHandler(TaskOrchestrationContext context);
