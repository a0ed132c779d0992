using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Tests.Contracts.Telemetry;

/// <summary>Lets things happen between any two operations of a store.</summary>
/// <param name="between">Before each, and after each: what it throws is what the caller sees.</param>
internal sealed class UnreliableShards(IAggregateShards store, Func<Task> between) : IAggregateShards
{
    public Task<IReadOnlyList<ShardContent>> LoadAsync(int hubPartition, IReadOnlyList<ShardRequest> wanted, CancellationToken ct) =>
        AmidAsync(() => store.LoadAsync(hubPartition, wanted, ct));

    public Task<IReadOnlyList<string>?> WriteAsync(int hubPartition, IReadOnlyList<ShardWrite> followers, IReadOnlyList<ShardWrite> leaders, CancellationToken ct) =>
        AmidAsync(() => store.WriteAsync(hubPartition, followers, leaders, ct));

    public Task MarkAsync(IReadOnlyList<ShardMark> marks, CancellationToken ct) => AmidAsync(async () =>
    {
        await store.MarkAsync(marks, ct);
        return true;
    });

    public Task<IReadOnlyList<ShardDocument>> ListAsync(string shard, string from, string below, CancellationToken ct) => store.ListAsync(shard, from, below, ct);

    public IAsyncEnumerable<ShardDocument> StreamAsync(string shard, string from, string below, CancellationToken ct) => store.StreamAsync(shard, from, below, ct);

    public Task<ShardPlacePage> ScanAsync(string from, string below, string? cursor, CancellationToken ct) => AmidAsync(() => store.ScanAsync(from, below, cursor, ct));

    private async Task<T> AmidAsync<T>(Func<Task<T>> operation)
    {
        await between();
        var result = await operation();
        await between();
        return result;
    }
}
