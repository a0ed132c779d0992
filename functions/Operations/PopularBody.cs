using StreamPlatform.Domain.Processing.Economy;

namespace StreamPlatform.Functions.Operations;

/// <summary>A look at popular titles: its workflow, and what was decided of each title; null until all are decided.</summary>
public sealed record PopularBody(string Id, IReadOnlyList<PopularDecision>? Decisions);

/// <summary>What was decided of a title, dollars over the horizon.</summary>
/// <param name="Step">The better encode that was weighed; null when there was none.</param>
/// <param name="Started">It is being made.</param>
public sealed record PopularDecision(string AssetId, bool Started, string? Step, string Why, decimal? Saving, decimal? Cost)
{
    public static PopularDecision Of(EconomyDecision decision) => new(
        decision.AssetId, decision.Run is not null, decision.Step, decision.Why, decision.Estimate?.Saving, decision.Estimate?.Cost);
}
