namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>
/// Keeps aggregates in shards. For each partition of the hub a shard has a head, which says how far that partition is counted in it,
/// and documents; the bytes in them are the caller's. Who writes a shard must have seen its head as it is.
/// </summary>
public interface IAggregateShards
{
    /// <summary>What is there of what is wanted, as it was written by one partition of the hub. A document that has expired may or may not be there still.</summary>
    /// <returns>In the order of <paramref name="wanted"/>.</returns>
    Task<IReadOnlyList<ShardContent>> LoadAsync(int hubPartition, IReadOnlyList<ShardRequest> wanted, CancellationToken ct);

    /// <summary>
    /// Writes shards: each whole or not at all, and <paramref name="leaders"/> only once all <paramref name="followers"/> are durable. What is more than
    /// the store takes at once of a shard it may write in steps, in the order of the documents; its head has the new watermark only with the last.
    /// </summary>
    /// <returns>The new ETags of the followers' heads, then of the leaders'; null when somebody else has written one meanwhile, and some or none may have been written.</returns>
    Task<IReadOnlyList<string>?> WriteAsync(int hubPartition, IReadOnlyList<ShardWrite> followers, IReadOnlyList<ShardWrite> leaders, CancellationToken ct);

    /// <summary>Makes empty documents, whether or not they are there already.</summary>
    Task MarkAsync(IReadOnlyList<ShardMark> marks, CancellationToken ct);

    /// <summary>All documents whose ids are from <paramref name="from"/> on and below <paramref name="below"/> by their bytes, of all partitions of the hub, sorted by id.</summary>
    Task<IReadOnlyList<ShardDocument>> ListAsync(string shard, string from, string below, CancellationToken ct);

    /// <summary>The same in no order, of a shard that may have more than fit into memory. What is written meanwhile may or may not come.</summary>
    IAsyncEnumerable<ShardDocument> StreamAsync(string shard, string from, string below, CancellationToken ct);

    /// <summary>
    /// In which shards, as written by which partition of the hub, there are documents whose ids are from <paramref name="from"/> on and below
    /// <paramref name="below"/>: a page of them, in no order, some more than once. It looks at all shards: for work that nobody waits for.
    /// </summary>
    /// <param name="cursor">Of the page before; null for the first.</param>
    Task<ShardPlacePage> ScanAsync(string from, string below, string? cursor, CancellationToken ct);
}
