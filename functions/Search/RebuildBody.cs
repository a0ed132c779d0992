using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Functions.Search;

/// <summary>A rebuild of the search indexes.</summary>
/// <param name="Assets">Read from the catalog so far.</param>
public sealed record RebuildBody(string Id, RebuildState State, int Assets);
