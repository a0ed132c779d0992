namespace StreamPlatform.Domain.Catalog;

/// <summary>A revision that was published once and still answers, until its run is erased.</summary>
/// <param name="BaseRunIds">See <see cref="Asset.BaseRunIds"/>.</param>
public sealed record SupersededRevision(int Revision, string RunId, IReadOnlyList<string>? BaseRunIds = null);
