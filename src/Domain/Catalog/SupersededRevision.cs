namespace StreamPlatform.Domain.Catalog;

/// <summary>A revision that was published once and still answers, until its run is erased.</summary>
public sealed record SupersededRevision(int Revision, string RunId);
