using StreamPlatform.Domain.Processing.Extensions;

namespace StreamPlatform.Domain.Processing.Economy;

/// <summary>Whether a title is worth a better encode, and why.</summary>
/// <param name="Run">The workflow to start; null when it is not worth it, or can't be done.</param>
/// <param name="Estimate">Of the step that is taken or, when none is, of the best that was weighed; null when none was.</param>
public sealed record EconomyDecision(string AssetId, string Why, ExtensionRun? Run = null, string? Step = null, EconomyEstimate? Estimate = null);
