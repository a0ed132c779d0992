namespace StreamPlatform.Azure.Cosmos;

/// <summary>A container as it must be in the database.</summary>
/// <param name="PartitionKeyPath">With its slash: <c>/ownerId</c>.</param>
/// <param name="QueriedPaths">What queries filter and sort by, as paths of an indexing policy. Everything else needs no index.</param>
/// <param name="ItemsExpire">Time to live is on, without a default: each item says how long it lives.</param>
public sealed record ContainerDefinition(
    string Name, string PartitionKeyPath, IReadOnlyList<string> QueriedPaths, bool ItemsExpire = false);
