using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Tests.Contracts.Telemetry;

/// <summary>The port in memory, as strict as a store that writes in steps.</summary>
/// <param name="largestStep">Documents.</param>
internal sealed class MemoryShards(int largestStep) : IAggregateShards
{
    private readonly Dictionary<(string Shard, int Partition), ShardHead> _heads = [];
    private readonly Dictionary<(string Shard, int Partition, string Id), byte[]> _documents = [];
    private int _etags;

    /// <summary>Before each step of a write: what it throws is a crash between two steps.</summary>
    public Action BeforeStep { get; set; } = () => { };

    /// <summary>False plays a store that lets whoever comes last win.</summary>
    public bool ChecksETags { get; init; } = true;

    public Task<IReadOnlyList<ShardContent>> LoadAsync(int hubPartition, IReadOnlyList<ShardRequest> wanted, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ShardContent>>(
        [
            .. wanted.Select(request => new ShardContent(
                request.Head ? _heads.GetValueOrDefault((request.Shard, hubPartition)) : null,
                [.. request.Ids.Where(id => _documents.ContainsKey((request.Shard, hubPartition, id))).Select(id => new ShardDocument(id, _documents[(request.Shard, hubPartition, id)]))])),
        ]);

    public Task<IReadOnlyList<string>?> WriteAsync(int hubPartition, IReadOnlyList<ShardWrite> followers, IReadOnlyList<ShardWrite> leaders, CancellationToken ct)
    {
        var etags = new List<string>();
        foreach (var write in followers.Concat(leaders))
        {
            var etag = write.ETag;
            var steps = write.Documents.Chunk(largestStep).DefaultIfEmpty([]).ToList();
            for (var i = 0; i < steps.Count; i++)
            {
                BeforeStep();
                if (ChecksETags && _heads.GetValueOrDefault((write.Shard, hubPartition))?.ETag != etag)
                    return Task.FromResult<IReadOnlyList<string>?>(null);
                etag = $"{++_etags}";
                _heads[(write.Shard, hubPartition)] = new ShardHead(i == steps.Count - 1 ? write.Watermark : write.Before, etag);
                foreach (var document in steps[i])
                    _documents[(write.Shard, hubPartition, document.Id)] = document.Body.ToArray();
            }

            etags.Add(etag!);
        }

        return Task.FromResult<IReadOnlyList<string>?>(etags);
    }

    public Task MarkAsync(IReadOnlyList<ShardMark> marks, CancellationToken ct)
    {
        foreach (var mark in marks)
            _documents[(mark.Shard, 0, mark.Id)] = [];
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ShardDocument>> ListAsync(string shard, string from, string below, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ShardDocument>>(
        [
            .. _documents.Where(each => each.Key.Shard == shard && string.CompareOrdinal(each.Key.Id, from) >= 0 && string.CompareOrdinal(each.Key.Id, below) < 0)
                .OrderBy(each => each.Key.Id, StringComparer.Ordinal)
                .Select(each => new ShardDocument(each.Key.Id, each.Value)),
        ]);
}
