namespace StreamPlatform.Domain.Catalog;

/// <summary>The owner's yes to what an asset costs; later runs that cost no more need none.</summary>
/// <param name="Dollars">What the run was expected to cost.</param>
/// <param name="Generation"><see cref="Asset.Generation"/> of the run.</param>
public sealed record CostApproval(decimal Dollars, int Generation);
