using System.Text.Json.Nodes;

namespace StreamPlatform.Functions.Tests.Api;

/// <summary>
/// What of an API's description would break those who rely on an earlier one. They have to bear new paths, properties,
/// optional parameters and values in answers, and nothing else.
/// </summary>
internal sealed class ApiChanges
{
    private readonly JsonNode _before, _after;
    private readonly List<string> _found = [];
    private readonly HashSet<string> _compared = [];

    private ApiChanges(JsonNode before, JsonNode after) => (_before, _after) = (before, after);

    public static IReadOnlyList<string> Breaking(JsonNode before, JsonNode after)
    {
        var changes = new ApiChanges(before, after);
        foreach (var (path, operations) in before["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
                changes.Operation($"{method.ToUpperInvariant()} {path}", operation!, after["paths"]?[path]?[method]);
        }

        return changes._found;
    }

    private void Operation(string name, JsonNode before, JsonNode? after)
    {
        if (after is null)
        {
            _found.Add($"{name} is gone");
            return;
        }

        Parameters(name, before, after);
        Body(name, before["requestBody"], after["requestBody"]);
        foreach (var (status, response) in before["responses"]!.AsObject())
        {
            if (after["responses"]?[status] is not { } now)
                _found.Add($"{name} no longer answers {status}");
            else
                Contents($"{name} {status}", response!["content"], now["content"], request: false);
        }

        if (JsonNode.DeepEquals(before["security"], after["security"]) is false)
            _found.Add($"{name} asks for other credentials");
    }

    private void Parameters(string name, JsonNode before, JsonNode after)
    {
        var (old, now) = (ByName(before), ByName(after));
        foreach (var (parameter, described) in old)
        {
            if (now.GetValueOrDefault(parameter) is not { } still)
                _found.Add($"{name} no longer takes {parameter}");
            else
                Schema($"{name} {parameter}", described["schema"], still["schema"], request: true);
        }

        _found.AddRange(now.Where(parameter => IsRequired(parameter.Value) && !(old.TryGetValue(parameter.Key, out var was) && IsRequired(was)))
            .Select(parameter => $"{name} now needs {parameter.Key}"));
    }

    private void Body(string name, JsonNode? before, JsonNode? after)
    {
        if (before is null && after is not null && IsRequired(after))
            _found.Add($"{name} now needs a body");
        if (before is not null && after is null)
            _found.Add($"{name} no longer takes a body");
        if (before is not null && after is not null)
            Contents($"{name} body", before["content"], after["content"], request: true);
    }

    private void Contents(string name, JsonNode? before, JsonNode? after, bool request)
    {
        foreach (var (type, content) in before?.AsObject() ?? [])
        {
            if (after?[type] is not { } now)
                _found.Add($"{name} is no {type} any more");
            else
                Schema(name, content!["schema"], now["schema"], request);
        }
    }

    /// <param name="request">What callers send, which may ask for less but not for more; else what they get, the other way round.</param>
    private void Schema(string name, JsonNode? before, JsonNode? after, bool request)
    {
        (before, after) = (Resolve(_before, before), Resolve(_after, after));
        if (before is null || after is null || !_compared.Add($"{before.GetPath()} {request}"))
            return;
        if (before["type"]?.ToString() != after["type"]?.ToString() || before["format"]?.ToString() != after["format"]?.ToString())
            _found.Add($"{name} has another type");
        if (request && before["enum"] is JsonArray values)
            _found.AddRange(Names(values).Except(Names(after["enum"])).Select(value => $"{name} no longer takes '{value}'"));
        Schema($"{name}[]", before["items"], after["items"], request);
        var (needed, needs) = (Names(before["required"]), Names(after["required"]));
        _found.AddRange(request
            ? needs.Except(needed).Select(property => $"{name} now needs {property}")
            : needed.Except(needs).Select(property => $"{name} may lack {property}"));
        foreach (var (property, schema) in before["properties"]?.AsObject() ?? [])
        {
            if (after["properties"]?[property] is not { } now)
                _found.Add($"{name} has no {property} any more");
            else
                Schema($"{name} {property}", schema, now, request);
        }
    }

    private static JsonNode? Resolve(JsonNode document, JsonNode? schema) =>
        schema?["$ref"]?.ToString() is { } reference ? reference.Split('/').Skip(1).Aggregate<string, JsonNode?>(document, (node, part) => node?[part]) : schema;

    /// <summary>But for those that many operations share, which are never required.</summary>
    private static Dictionary<string, JsonNode> ByName(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["$ref"] is null).ToDictionary(parameter => $"{parameter!["in"]} {parameter["name"]}", parameter => parameter!);

    private static bool IsRequired(JsonNode node) => node["required"]?.GetValue<bool>() == true;

    private static IEnumerable<string> Names(JsonNode? list) => (list?.AsArray() ?? []).Select(name => name!.ToString());
}
