namespace StreamPlatform.Domain.Processing.Economy;

/// <summary>That a generation of an asset took a step, whatever came of it: by this none is taken twice.</summary>
/// <param name="Name">Of the <see cref="EconomyStep"/>.</param>
public sealed record TakenStep(string Name, int Generation);
