using System.Net;
using System.Text.Json.Nodes;
using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Tests.Fake;

/// <summary>The items of a container, with the service's rules of ids, partitions and ETags.</summary>
internal sealed class FakeContainer(ContainerDefinition definition)
{
    private static int _etags;

    private readonly Dictionary<(string PartitionKey, string Id), (JsonObject Item, string ETag, int Number)> _items = [];

    private int _numbers;

    public ContainerDefinition Definition { get; } = definition;

    /// <summary>Each with its number among all that ever came.</summary>
    public IEnumerable<(string PartitionKey, JsonObject Item, int Number)> Items =>
        _items.Select(each => (each.Key.PartitionKey, each.Value.Item, each.Value.Number));

    public (HttpStatusCode Status, JsonObject? Item, string? ETag) Read(string partitionKey, string id) =>
        _items.TryGetValue((partitionKey, id), out var found) ? (HttpStatusCode.OK, found.Item, found.ETag) : (HttpStatusCode.NotFound, null, null);

    public (HttpStatusCode Status, string? ETag) Create(string partitionKey, JsonObject item)
    {
        var id = IdOf(partitionKey, item);
        return _items.ContainsKey((partitionKey, id)) ? (HttpStatusCode.Conflict, null) : (HttpStatusCode.Created, Put(partitionKey, id, item));
    }

    public (HttpStatusCode Status, string? ETag) Upsert(string partitionKey, JsonObject item) =>
        (HttpStatusCode.OK, Put(partitionKey, IdOf(partitionKey, item), item));

    public (HttpStatusCode Status, string? ETag) Replace(string partitionKey, string id, JsonObject item, string? ifMatch)
    {
        Assert.Equal(id, IdOf(partitionKey, item));
        var refused = Refusal(partitionKey, id, ifMatch);
        return refused is { } status ? (status, null) : (HttpStatusCode.OK, Put(partitionKey, id, item));
    }

    public HttpStatusCode Delete(string partitionKey, string id, string? ifMatch)
    {
        if (Refusal(partitionKey, id, ifMatch) is { } refused)
        {
            return refused;
        }

        _items.Remove((partitionKey, id));
        return HttpStatusCode.NoContent;
    }

    /// <summary>All steps, or none: the first that fails gives its status, the others 424.</summary>
    public IReadOnlyList<(int Status, string? ETag)> Batch(string partitionKey, IReadOnlyList<BatchStep> steps)
    {
        var before = _items.ToDictionary();
        var results = new List<(int Status, string? ETag)>();
        foreach (var step in steps)
        {
            var (status, etag) = step.Operation switch
            {
                "create" => Create(partitionKey, step.Body!),
                "upsert" => Upsert(partitionKey, step.Body!),
                "replace" => Replace(partitionKey, step.Id!, step.Body!, step.IfMatch),
                _ => (Delete(partitionKey, step.Id!, step.IfMatch), null),
            };
            results.Add(((int)status, etag));
            if ((int)status < 300)
                continue;

            _items.Clear();
            foreach (var (key, value) in before)
                _items.Add(key, value);
            return [.. steps.Select((_, place) => place == results.Count - 1 ? ((int)status, (string?)null) : (424, null))];
        }

        return results;
    }

    private HttpStatusCode? Refusal(string partitionKey, string id, string? ifMatch) =>
        !_items.TryGetValue((partitionKey, id), out var found) ? HttpStatusCode.NotFound
        : ifMatch is not null && ifMatch != found.ETag ? HttpStatusCode.PreconditionFailed
        : null;

    private string Put(string partitionKey, string id, JsonObject item)
    {
        var etag = $"\"{Interlocked.Increment(ref _etags):x8}-0000\"";
        var number = _items.TryGetValue((partitionKey, id), out var before) ? before.Number : ++_numbers;
        _items[(partitionKey, id)] = (item.DeepClone().AsObject(), etag, number);
        return etag;
    }

    /// <summary>The service refuses an item that isn't where the header says, and ids with these characters.</summary>
    private string IdOf(string partitionKey, JsonObject item)
    {
        var id = (string)item["id"]!;
        Assert.DoesNotContain(id, character => "/\\?#".Contains(character, StringComparison.Ordinal));
        Assert.Equal(partitionKey, new JsonArray(item[Definition.PartitionKeyPath[1..]]!.DeepClone()).ToJsonString());
        return id;
    }
}
