using System.Globalization;
using System.Text.Json.Nodes;

namespace StreamPlatform.Azure.Tests.Fake;

/// <summary>A request for documents, as it came over the wire.</summary>
/// <param name="Operation"><c>read</c>, <c>create</c>, <c>upsert</c>, <c>replace</c>, <c>delete</c>, <c>query</c> or <c>batch</c>.</param>
/// <param name="Id">Of the item; null when the path names none.</param>
/// <param name="PartitionKey">The header: a JSON array; null when every partition is asked.</param>
internal sealed record CosmosRequest(
    string Operation, string Container, string? Id, string? PartitionKey, string? IfMatch, string? Prefer, int? MaxItems, string? Continuation)
{
    /// <summary>The document or the query; null of batches.</summary>
    public JsonObject? Body { get; init; }

    public IReadOnlyList<BatchStep> Batch { get; init; } = [];

    public string? Query => (string?)Body?["query"];

    public object? Parameter(string name) => Body?["parameters"]?.AsArray()
        .Single(parameter => (string?)parameter!["name"] == name)!["value"]!.ToString();

    public override string ToString() => $"{Operation} {Container}{(Id is null ? "" : $"/{Id}")}";

    public static async Task<CosmosRequest> ReadAsync(HttpRequestMessage request, string[] path, CancellationToken ct)
    {
        var id = path.Length > 5 ? Uri.UnescapeDataString(path[5]) : null;
        var operation = request.Method.Method switch
        {
            "GET" => "read",
            "PUT" => "replace",
            "DELETE" => "delete",
            not "POST" => throw new NotSupportedException($"{request.Method} {request.RequestUri}: no role is documented to allow it."),
            _ when Header("x-ms-cosmos-is-batch-request") is "True" => "batch",
            _ when Header("x-ms-cosmos-is-query-plan-request") is "True" => "plan",
            _ when Header("x-ms-documentdb-isquery") is "True" || Header("x-ms-documentdb-query") is "True" => "query",
            _ when Header("x-ms-documentdb-is-upsert") is "True" => "upsert",
            _ => "create",
        };
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(ct);
        return new CosmosRequest(
            operation,
            path[3],
            id,
            Header("x-ms-documentdb-partitionkey"),
            Header("If-Match"),
            Header("Prefer"),
            Header("x-ms-max-item-count") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : null,
            Header("x-ms-continuation"))
        {
            Body = operation == "batch" || body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject(),
            Batch = operation == "batch" ? await BatchWire.ReadAsync(body) : [],
        };

        string? Header(string name) => request.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
    }
}
