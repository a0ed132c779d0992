using System.Globalization;
using System.Runtime.CompilerServices;
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

    /// <summary>All documents, to look at.</summary>
    public IEnumerable<(string Shard, int Partition, string Id)> Documents => _documents.Keys;

    /// <summary>Loses a document, as no store should.</summary>
    public void Lose((string Shard, int Partition, string Id) document) => _documents.Remove(document);

    /// <summary>Puts one document's bytes where another's belong.</summary>
    public void Copy((string Shard, int Partition, string Id) from, (string Shard, int Partition, string Id) to)
    {
        _documents[to] = _documents[from];
        _heads.TryAdd((to.Shard, to.Partition), new ShardHead(-1, $"{++_etags}"));
    }

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

    public async IAsyncEnumerable<ShardDocument> StreamAsync(string shard, string from, string below, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var document in await ListAsync(shard, from, below, ct))
            yield return document;
    }

    /// <summary>One a page, so that nobody forgets the next.</summary>
    public Task<ShardPlacePage> ScanAsync(string from, string below, string? cursor, CancellationToken ct)
    {
        List<ShardPlace> places =
        [
            .. _documents.Keys
                .Where(key => string.CompareOrdinal(key.Id, from) >= 0 && string.CompareOrdinal(key.Id, below) < 0)
                .Select(key => new ShardPlace(key.Shard, key.Partition))
                .Distinct()
                .OrderBy(place => place.Shard, StringComparer.Ordinal)
                .ThenBy(place => place.HubPartition),
        ];
        var at = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        return Task.FromResult(new ShardPlacePage([.. places.Skip(at).Take(1)], at + 1 < places.Count ? (at + 1).ToString(CultureInfo.InvariantCulture) : null));
    }
}
