using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StreamPlatform.Infra.Tests;

/// <summary>One resource of a snapshot. What only Azure can tell stands in it as an expression, <c>[reference(…)]</c>.</summary>
internal sealed partial record Resource(JsonNode Json)
{
    public string Type => Json["type"]!.ToString();
    public string Name => Json["name"]!.ToString();
    public string Id => Json["id"]!.ToString();

    public JsonNode? this[string property] => Json[property];

    /// <summary>For a role assignment or a diagnostic setting: the id of the resource that it is about.</summary>
    public string Scope =>
        ScopeInExpression().Match(Id) is { Success: true } expression ? expression.Groups["scope"].Value
            : Id.LastIndexOf("/providers/", StringComparison.Ordinal) is > 0 and var end ? Id[..end]
            : throw new InvalidOperationException($"{Id} has no scope.");

    /// <summary>The value at a path, with numbers for places in lists; null when there is none.</summary>
    public JsonNode? At(params string[] path) => path.Aggregate((JsonNode?)Json, (node, step) => node switch
    {
        JsonArray list => list[int.Parse(step)],
        JsonObject => node[step],
        _ => null,
    });

    public string? Text(params string[] path) => At(path)?.ToString();

    public bool? Flag(params string[] path) => At(path)?.GetValue<bool>();

    public override string ToString() => $"{Type} {Name}";

    [GeneratedRegex(@"^\[extensionResourceId\('(?<scope>[^']+)'")]
    private static partial Regex ScopeInExpression();
}
