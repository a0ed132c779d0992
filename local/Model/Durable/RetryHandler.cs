namespace StreamPlatform.Local.Model;

/// <summary>
/// Decides after each failure whether to try again, at once unless it awaits a durable timer. It runs as orchestrator
/// code and must be as deterministic.
/// </summary>
public delegate bool RetryHandler(RetryContext retryContext);
