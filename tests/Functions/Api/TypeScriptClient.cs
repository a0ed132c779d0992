using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace StreamPlatform.Functions.Tests.Api;

/// <summary>The API's description as TypeScript: a type for each schema, and a function for each operation that makes its request.</summary>
internal sealed class TypeScriptClient
{
    private const string Beginning =
        """
        // Made of the API's description by `UPDATE_DOCS=1 dotnet test tests/Functions`; a test holds both together.

        /** A request as an operation describes it, below the API's base URL. */
        export interface ApiRequest {
          method: string;
          path: string;
          query?: Record<string, string | number | boolean | undefined>;
          headers?: Record<string, string | undefined>;
          /** JSON unless `contentType` says otherwise. */
          body?: unknown;
          contentType?: string;
        }

        /**
         * Sends a request and gives what is answered: JSON as its value, text as a string, nothing as undefined. It adds what is the
         * same for every request: the credentials, and `Account-Id` where somebody acts for an organisation.
         */
        export type Send = <T>(request: ApiRequest, signal?: AbortSignal) => Promise<T>;

        """;

    private readonly StringBuilder _text = new(Beginning);

    public static string Of(JsonNode description)
    {
        var client = new TypeScriptClient();
        foreach (var (name, schema) in description["components"]!["schemas"]!.AsObject())
            client.Declare(name, schema!);
        foreach (var (path, operations) in description["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
                client.Declare(path, method, operation!);
        }

        return client._text.ToString();
    }

    private void Declare(string name, JsonNode schema)
    {
        Comment(schema["description"]?.ToString(), "");
        if (schema["properties"] is JsonObject)
            _text.Append(CultureInfo.InvariantCulture, $"export interface {name} {Shape(schema, "")}\n");
        else
            _text.Append(CultureInfo.InvariantCulture, $"export type {name} = {TypeOf(schema, "")};\n");
    }

    private void Declare(string path, string method, JsonNode operation)
    {
        var parameters = operation["parameters"]?.AsArray().Where(parameter => parameter!["$ref"] is null).Select(parameter => new Parameter(parameter!)).ToList() ?? [];
        // A playback token is a credential, but one that each call brings itself.
        if (operation["security"]?.AsArray().Any(need => need!.AsObject().ContainsKey("playbackToken")) == true)
            parameters.Add(new Parameter(new JsonObject { ["name"] = "token", ["in"] = "query", ["schema"] = new JsonObject { ["type"] = "string" } }));
        var body = operation["requestBody"]?["content"]?.AsObject().Single();
        var input = parameters.Select(parameter => $"{parameter.Member}{(parameter.Required ? "" : "?")}: {TypeOf(parameter.Schema, "")}").ToList();
        if (body is { } sent)
            input.Add($"body: {(sent.Key == "application/json" ? TypeOf(sent.Value!["schema"]!, "") : "Blob | string")}");
        var isRequired = body is not null || parameters.Any(parameter => parameter.Required);
        var taken = input.Count == 0 ? "" : $"input: {{ {string.Join("; ", input)} }}{(isRequired ? "" : " = {}")}, ";

        Comment(operation["summary"]!.ToString() + ".", "", operation["deprecated"] is not null);
        _text.Append(CultureInfo.InvariantCulture, $"export const {operation["operationId"]} = (send: Send, {taken}signal?: AbortSignal): Promise<{Answer(operation)}> =>\n");
        var template = parameters.Where(parameter => parameter.Place == "path")
            .Aggregate(path, (text, parameter) => text.Replace($"{{{parameter.Name}}}", $"${{encodeURIComponent(input.{parameter.Member})}}", StringComparison.Ordinal));
        List<string> request = [$"method: '{method.ToUpperInvariant()}'", template == path ? $"path: '{path}'" : $"path: `{template}`"];
        request.AddRange(Group(parameters, "query", "query"));
        request.AddRange(Group(parameters, "header", "headers"));
        if (body is { } given)
            request.Add("body: input.body" + (given.Key == "application/json" ? "" : $", contentType: '{given.Key}'"));
        _text.Append(CultureInfo.InvariantCulture, $"  send({{ {string.Join(", ", request)} }}, signal);\n");
    }

    private static IEnumerable<string> Group(List<Parameter> parameters, string place, string member)
    {
        var group = parameters.Where(parameter => parameter.Place == place).Select(parameter => $"{parameter.Key}: input.{parameter.Member}").ToList();
        return group.Count == 0 ? [] : [$"{member}: {{ {string.Join(", ", group)} }}"];
    }

    /// <summary>What the answers that are no problems hold. That nothing has changed, browsers tell nobody: they give what they have.</summary>
    private static string Answer(JsonNode operation)
    {
        var answers = operation["responses"]!.AsObject().Where(answer => answer.Key is not ("4XX" or "304"))
            .Select(answer => answer.Value!["content"] is JsonObject content
                ? content["application/json"] is { } json ? TypeOf(json["schema"]!, "") : "string"
                : "undefined")
            .Distinct().ToList();
        return string.Join(" | ", answers);
    }

    private static string TypeOf(JsonNode schema, string indent)
    {
        if (schema["$ref"] is { } reference)
            return reference.ToString().Split('/')[^1];
        if (schema["anyOf"] is JsonArray any)
            return string.Join(" | ", any.Select(one => TypeOf(one!, indent)));
        if (schema["enum"] is JsonArray values)
            return string.Join(" | ", values.Select(value => value is null ? "null" : $"'{value}'"));
        var types = schema["type"] is JsonArray several ? several.Select(type => type!.ToString()) : [schema["type"]?.ToString() ?? "unknown"];
        return string.Join(" | ", types.Select(type => type switch
        {
            "integer" or "number" => "number",
            "array" => ArrayOf(TypeOf(schema["items"]!, indent)),
            "object" when schema["properties"] is not null => Shape(schema, indent),
            "object" => $"Record<string, {(schema["additionalProperties"] is JsonObject of ? TypeOf(of, indent) : "unknown")}>",
            _ => type,
        }));
    }

    private static string ArrayOf(string item) => item.Contains(' ', StringComparison.Ordinal) ? $"({item})[]" : $"{item}[]";

    private static string Shape(JsonNode schema, string indent)
    {
        var required = schema["required"]?.AsArray().Select(name => name!.ToString()).ToHashSet() ?? [];
        var inner = indent + "  ";
        var text = new StringBuilder("{\n");
        foreach (var (name, property) in schema["properties"]!.AsObject())
        {
            if (property!["description"]?.ToString() is { } comment)
                text.Append(CultureInfo.InvariantCulture, $"{inner}/** {comment} */\n");
            text.Append(CultureInfo.InvariantCulture, $"{inner}{name}{(required.Contains(name) ? "" : "?")}: {TypeOf(property, inner)};\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{indent}}}").ToString();
    }

    private void Comment(string? comment, string indent, bool isDeprecated = false)
    {
        _text.Append('\n');
        if (comment is not null)
            _text.Append(CultureInfo.InvariantCulture, $"{indent}/** {comment}{(isDeprecated ? " @deprecated" : "")} */\n");
    }

    private sealed class Parameter(JsonNode parameter)
    {
        public string Name { get; } = parameter["name"]!.ToString();
        public string Place { get; } = parameter["in"]!.ToString();
        public bool Required { get; } = parameter["required"]?.GetValue<bool>() == true;
        public JsonNode Schema { get; } = parameter["schema"]!;

        /// <summary>As an object's key.</summary>
        public string Key => Name.Contains('-', StringComparison.Ordinal) ? $"'{Name}'" : Name;

        /// <summary>As a member of the input: <c>If-Match</c> is <c>ifMatch</c>.</summary>
        public string Member => string.Concat(Name.Split('-').Select((word, index) => index == 0 && Name.Contains('-', StringComparison.Ordinal) ? word.ToLowerInvariant() : word));
    }
}
