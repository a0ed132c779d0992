namespace StreamPlatform.Local.Durable;

/// <summary>What the orchestrator asked for by continue-as-new.</summary>
internal sealed record Restart(string? Input, bool PreserveEvents);
