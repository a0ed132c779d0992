namespace StreamPlatform.Domain.Operations.Business;

/// <summary>The platform's figures by day. Values are by the metrics' names; one that isn't known is left out.</summary>
/// <param name="From">When the first day begins, in UTC.</param>
/// <param name="Totals">Of the whole time.</param>
/// <param name="Days">A point for each day.</param>
/// <param name="Previous">Of as many days just before; null when they weren't asked for.</param>
public sealed record BusinessReport(
    DateTimeOffset From, IReadOnlyDictionary<string, double> Totals, IReadOnlyList<(DateTimeOffset Day, IReadOnlyDictionary<string, double> Values)> Days, IReadOnlyDictionary<string, double>? Previous);
