using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Tests.Fake;

/// <summary>
/// A small Cosmos DB behind the SDK's own HTTP pipeline: what the gateway answers for an account with one database, whose
/// containers have one physical partition. It records each request for documents, and plays what goes wrong.
/// </summary>
internal sealed class FakeCosmos : HttpMessageHandler
{
    public const string Endpoint = "https://fake.documents.azure.com:443/";
    public const string Database = "streamplatform";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, FakeContainer> _containers =
        CosmosContainers.All.ToDictionary(definition => definition.Name, definition => new FakeContainer(definition));

    private readonly List<CosmosRequest> _requests = [];

    /// <summary>Sees each request for documents before it is done: an answer it gives goes out instead; what it throws is a broken connection.</summary>
    public Func<CosmosRequest, CancellationToken, Task<HttpResponseMessage?>> Before { get; set; } =
        (_, _) => Task.FromResult<HttpResponseMessage?>(null);

    public IReadOnlyList<CosmosRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public FakeContainer this[ContainerDefinition definition] => _containers[definition.Name];

    public void Forget()
    {
        lock (_gate)
            _requests.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var path = request.RequestUri!.AbsolutePath.Trim('/').Split('/');
        if (path.Length < 5 || path[4] != "docs")
        {
            return Metadata(request, path);
        }

        var asked = await CosmosRequest.ReadAsync(request, path, ct);
        lock (_gate)
        {
            if (asked.Operation != "plan")
                _requests.Add(asked);
        }

        return await Before(asked, ct) ?? Do(asked);
    }

    public static HttpResponseMessage Reply(HttpStatusCode status, JsonNode? body = null, string? etag = null)
    {
        var reply = new HttpResponseMessage(status)
        {
            Content = new ByteArrayContent(body is null ? [] : Encoding.UTF8.GetBytes(body.ToJsonString())),
        };
        reply.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        reply.Headers.Add("x-ms-request-charge", "2.5");
        reply.Headers.Add("x-ms-activity-id", Guid.NewGuid().ToString());
        reply.Headers.Add("x-ms-session-token", "0:-1#1");
        if (etag is not null)
            reply.Headers.TryAddWithoutValidation("etag", etag);
        return reply;
    }

    public static HttpResponseMessage Throttled(int retryAfterMilliseconds)
    {
        var reply = Reply(HttpStatusCode.TooManyRequests);
        reply.Headers.Add("x-ms-retry-after-ms", $"{retryAfterMilliseconds}");
        reply.Headers.Add("x-ms-substatus", "3200");
        return reply;
    }

    public static async Task<HttpResponseMessage> BatchReplyAsync(IReadOnlyList<(int Status, string? ETag)> results)
    {
        var reply = Reply(results.All(each => each.Status < 300) ? HttpStatusCode.OK : HttpStatusCode.MultiStatus);
        reply.Content = new ByteArrayContent(await BatchWire.WriteAsync(results));
        return reply;
    }

    /// <summary>What the service does when nothing goes wrong.</summary>
    public HttpResponseMessage Do(CosmosRequest asked)
    {
        lock (_gate)
        {
            var container = _containers[asked.Container];
            switch (asked.Operation)
            {
                case "read":
                    var (status, item, etag) = container.Read(asked.PartitionKey!, asked.Id!);
                    return Reply(status, item, etag);
                case "create":
                    return Written(container.Create(asked.PartitionKey!, asked.Body!));
                case "upsert":
                    return Written(container.Upsert(asked.PartitionKey!, asked.Body!));
                case "replace":
                    return Written(container.Replace(asked.PartitionKey!, asked.Id!, asked.Body!, asked.IfMatch));
                case "delete":
                    return Reply(container.Delete(asked.PartitionKey!, asked.Id!, asked.IfMatch));
                case "batch":
                    return BatchReplyAsync(container.Batch(asked.PartitionKey!, asked.Batch)).GetAwaiter().GetResult();
                case "plan":
                    return Reply(HttpStatusCode.OK, FakeQueries.Plan(asked));
                default:
                    return Page(asked, container);
            }
        }
    }

    private static HttpResponseMessage Written((HttpStatusCode Status, string? ETag) result) => Reply(result.Status, null, result.ETag);

    /// <summary>
    /// The continuation is the place of the last row in the query's order, as the service's is in its index: what comes and goes before it
    /// neither skips nor repeats what comes after.
    /// </summary>
    private static HttpResponseMessage Page(CosmosRequest asked, FakeContainer container)
    {
        var direction = FakeQueries.IsDescending(asked) ? -1 : 1;
        var order = Comparer<(string Key, int Number)>.Create((one, other) =>
            direction * (string.CompareOrdinal(one.Key, other.Key) is var keys and not 0 ? keys : one.Number.CompareTo(other.Number)));
        var rows = container.Items
            .Where(each => asked.PartitionKey is null || each.PartitionKey == asked.PartitionKey)
            .Select(each => (Place: FakeQueries.Place(asked, each.Item, each.Number), Row: FakeQueries.Row(asked, each.Item, each.Number)))
            .Where(each => each.Row is not null)
            .OrderBy(each => each.Place, order)
            .ToList();
        if (asked.Continuation is { Length: > 0 } continuation)
        {
            var after = JsonSerializer.Deserialize<Continuation>(continuation)!;
            rows = [.. rows.Where(each => order.Compare(each.Place, (after.Key, after.Number)) > 0)];
        }

        var page = rows.Take(asked.MaxItems is > 0 and var most ? most : 100).ToList();
        var reply = Reply(
            HttpStatusCode.OK,
            new JsonObject { ["_rid"] = "", ["Documents"] = new JsonArray([.. page.Select(each => each.Row!.DeepClone())]), ["_count"] = page.Count });
        reply.Headers.Add("x-ms-cosmos-query-requiresdistribution", "False");
        if (page.Count < rows.Count)
            reply.Headers.Add("x-ms-continuation", JsonSerializer.Serialize(new Continuation(page[^1].Place.Key, page[^1].Place.Number)));
        return reply;
    }

    private HttpResponseMessage Metadata(HttpRequestMessage request, string[] path) => path switch
    {
        [""] => Reply(HttpStatusCode.OK, FakeAccount.Account()),
        ["dbs", _, "colls", var name] => Reply(HttpStatusCode.OK, FakeAccount.Container(_containers[name].Definition), "\"c\""),
        ["dbs", _, "colls", _, "pkranges"] when request.Headers.IfNoneMatch.Count > 0 => Reply(HttpStatusCode.NotModified, null, "\"r\""),
        ["dbs", _, "colls", var rid, "pkranges"] => Reply(HttpStatusCode.OK, FakeAccount.Ranges(rid), "\"r\""),
        _ => throw new NotSupportedException($"{request.Method} {request.RequestUri}"),
    };

    private sealed record Continuation(string Key, int Number);
}
