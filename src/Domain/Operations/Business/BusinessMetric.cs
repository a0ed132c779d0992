namespace StreamPlatform.Domain.Operations.Business;

/// <summary>A figure by which the platform is judged as a whole.</summary>
/// <param name="Name">As answers call it.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Of">The figure of a time; null where nothing is known.</param>
public sealed record BusinessMetric(string Name, string Unit, string Meaning, Func<BusinessPeriod, double?> Of);
