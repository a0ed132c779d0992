namespace StreamPlatform.Domain.Processing;

/// <summary>A plan that is expected to cost more than its owner allowed without being asked.</summary>
/// <param name="ExpectedDollars">Of the processor time it takes, at the platform's prices; by the cost model, so within a factor, not to the cent.</param>
/// <param name="CapDollars">What may be spent unasked.</param>
public sealed record CostQuestion(decimal ExpectedDollars, decimal CapDollars);
