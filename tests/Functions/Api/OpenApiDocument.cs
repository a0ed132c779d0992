using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Local.Model;

namespace StreamPlatform.Functions.Tests.Api;

/// <summary>The API's description by OpenAPI 3.1, from the functions: their triggers, what they say they take and answer, and their comments.</summary>
internal sealed partial class OpenApiDocument
{
    private readonly ApiSchemas _schemas = new();

    public static IReadOnlyList<MethodInfo> Operations { get; } =
    [
        .. typeof(PlatformServices).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null && TriggerOf(method) is not null)
            .OrderBy(method => TriggerOf(method)!.Route, StringComparer.Ordinal).ThenBy(method => MethodOf(TriggerOf(method)!), StringComparer.Ordinal),
    ];

    public static JsonObject Create() => new OpenApiDocument().Build();

    private JsonObject Build()
    {
        var paths = new JsonObject();
        foreach (var operation in Operations)
        {
            var trigger = TriggerOf(operation)!;
            var path = $"/{Constraint().Replace(trigger.Route!, "}")}";
            paths[path] ??= new JsonObject();
            paths[path]![MethodOf(trigger)] = Describe(operation, trigger);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "StreamPlatform",
                ["version"] = "1",
                ["summary"] = "Upload, process, publish and play video.",
                ["description"] = "Failures are problem details (RFC 9457) with a stable `code`, which docs/error-codes.md lists. Listings go on with `cursor`. What was read with an `ETag` can be changed with `If-Match`. Requests that create something take an `Idempotency-Key`. Members of an organisation act for it with its id as `Account-Id`.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/api" }),
            ["security"] = new JsonArray(new JsonObject { ["apiKey"] = new JsonArray() }),
            ["tags"] = new JsonArray([.. Operations.Select(TagOf).Distinct().Order(StringComparer.Ordinal).Select(tag => (JsonNode)new JsonObject { ["name"] = tag })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["apiKey"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "An access token of an issuer that is trusted here, or an account's API key." },
                    ["functionKey"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-functions-key", ["description"] = "A key of the function app: operators have it." },
                    ["playbackToken"] = new JsonObject { ["type"] = "apiKey", ["in"] = "query", ["name"] = "token", ["description"] = "A playback token, or the owner's preview token." },
                },
                ["parameters"] = new JsonObject
                {
                    ["Account"] = Parameter(
                        CallerAuthentication.AccountHeader, "header", _schemas.Of(typeof(string)), "The organisation that the request is made for, of which the caller is a member; their own account without it."),
                },
                ["responses"] = new JsonObject { ["Problem"] = Problem() },
                ["schemas"] = Components(),
            },
        };
    }

    private JsonObject Components()
    {
        var components = _schemas.Components;
        components["Problem"] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "What went wrong and what to do (RFC 9457).",
            ["properties"] = new JsonObject
            {
                ["status"] = new JsonObject { ["type"] = "integer", ["description"] = "The HTTP status once more." },
                ["title"] = new JsonObject { ["type"] = "string", ["description"] = "What the status is called." },
                ["detail"] = new JsonObject { ["type"] = "string", ["description"] = "A sentence for people." },
                ["code"] = new JsonObject { ["type"] = "string", ["description"] = "A stable code for programs." },
                ["requestId"] = new JsonObject { ["type"] = "string", ["description"] = "What the request is called in the logs: its x-request-id." },
            },
            ["required"] = new JsonArray("status", "title", "detail", "code"),
        };
        return components;
    }

    private static JsonObject Problem() => new()
    {
        ["description"] = "It did not work; the code says why.",
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } } },
    };

    private JsonObject Describe(MethodInfo operation, HttpTriggerAttribute trigger)
    {
        var (conventions, text) = (ConventionsOf(operation), Explanation(operation));
        var described = new JsonObject
        {
            ["operationId"] = char.ToLowerInvariant(operation.DeclaringType!.Name[0]) + operation.DeclaringType.Name[1..],
            ["tags"] = new JsonArray(TagOf(operation)),
            ["summary"] = Sentence().Match(text).Value.TrimEnd('.'),
            ["description"] = text,
        };
        if (operation.GetCustomAttribute<ApiDeprecatedAttribute>() is not null)
            described["deprecated"] = true;
        if (Parameters(operation, trigger, conventions) is { Count: > 0 } parameters)
            described["parameters"] = parameters;
        if (operation.GetCustomAttribute<ApiBodyAttribute>() is { } body)
            described["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(body.ContentType, body.Body) };
        if (Security(trigger, conventions) is { } security)
            described["security"] = security;
        described["responses"] = Responses(operation);
        return described;
    }

    private JsonArray Parameters(MethodInfo operation, HttpTriggerAttribute trigger, ApiConvention conventions)
    {
        var parameters = new JsonArray();
        foreach (Match part in PathPart().Matches(trigger.Route!))
            parameters.Add(Parameter(part.Groups["name"].Value, "path", _schemas.Of(part.Groups["constraint"].Value == "int" ? typeof(int) : typeof(string)), null));
        foreach (var query in operation.GetCustomAttributes<ApiQueryAttribute>().Concat(operation.GetCustomAttribute<ApiQueriesAttribute>()?.All ?? []))
            parameters.Add(Parameter(query.Name, "query", _schemas.Of(query.Type), query.Description));
        if (conventions.HasFlag(ApiConvention.Page))
        {
            parameters.Add(Parameter("cursor", "query", _schemas.Of(typeof(string)), "What the page before gave; the first page without it."));
            var limit = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = Domain.PageRequest.MaxLimit, ["default"] = Domain.PageRequest.DefaultLimit };
            parameters.Add(Parameter("limit", "query", limit, "How many a page may hold."));
        }

        if (conventions.HasFlag(ApiConvention.Fields))
            parameters.Add(Parameter("fields", "query", _schemas.Of(typeof(string)), "Fields of the items, with commas between: each item has these alone then, and is answered sooner. All without it."));
        if (conventions.HasFlag(ApiConvention.IfMatch))
            parameters.Add(Parameter("If-Match", "header", _schemas.Of(typeof(string)), "The ETag that was read: changed meanwhile, it is refused with 412."));
        if (conventions.HasFlag(ApiConvention.Once))
            parameters.Add(Parameter("Idempotency-Key", "header", _schemas.Of(typeof(string)), "Up to 255 characters of your own: sent again with it, the request is done once and answered alike."));
        if (!conventions.HasFlag(ApiConvention.Open) && OrganisationRights.Of(MethodOf(trigger).ToUpperInvariant(), trigger.Route!) is not null)
            parameters.Add(new JsonObject { ["$ref"] = "#/components/parameters/Account" });
        return parameters;
    }

    private static JsonObject Parameter(string name, string place, JsonNode schema, string? description)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place };
        if (place == "path")
            parameter["required"] = true;
        if (description is not null)
            parameter["description"] = description;
        parameter["schema"] = schema;
        return parameter;
    }

    private static JsonArray? Security(HttpTriggerAttribute trigger, ApiConvention conventions)
    {
        static JsonObject Need(string scheme) => new() { [scheme] = new JsonArray() };
        return trigger.AuthLevel == AuthorizationLevel.Function ? [Need("functionKey")]
            : conventions.HasFlag(ApiConvention.Open | ApiConvention.Token) ? [new JsonObject(), Need("playbackToken")]
            : conventions.HasFlag(ApiConvention.Open) ? []
            : conventions.HasFlag(ApiConvention.Token) ? [Need("apiKey"), Need("playbackToken")]
            : null;
    }

    private JsonObject Responses(MethodInfo operation)
    {
        var responses = new JsonObject();
        foreach (var answer in operation.GetCustomAttributes<ApiAnswerAttribute>().OrderBy(answer => answer.Status))
        {
            var response = new JsonObject { ["description"] = ReasonPhrases.GetReasonPhrase(answer.Status) };
            if (answer.Headers.Length > 0)
                response["headers"] = new JsonObject(answer.Headers.Split(',').Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } })));
            if (answer.Body is not null || answer.ContentType != "application/json")
                response["content"] = Content(answer.ContentType, answer.Body);
            if (answer.Also.Length > 0)
                response["content"]![answer.Also] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
            responses[answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = response;
        }

        responses["4XX"] = new JsonObject { ["$ref"] = "#/components/responses/Problem" };
        return responses;
    }

    private JsonObject Content(string type, Type? body) => new()
    {
        [type] = new JsonObject { ["schema"] = body is not null ? _schemas.Of(body) : new JsonObject { ["type"] = "string" } },
    };

    /// <summary>The class's comment, without the <c>METHOD /path: </c> that it begins with.</summary>
    private static string Explanation(MethodInfo operation)
    {
        var text = XmlDocs.OfType(operation.DeclaringType!) ?? "";
        var match = Beginning().Match(text);
        return match.Success ? char.ToUpperInvariant(text[match.Length]) + text[(match.Length + 1)..]
            : throw new InvalidOperationException($"The comment of {operation.DeclaringType!.Name} does not begin with its method and path: '{text}'.");
    }

    internal static HttpTriggerAttribute? TriggerOf(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(trigger => trigger is not null);

    internal static string MethodOf(HttpTriggerAttribute trigger) => trigger.Methods.Single();

    internal static ApiConvention ConventionsOf(MethodInfo operation) => operation.GetCustomAttribute<ApiConventionsAttribute>()?.Conventions ?? ApiConvention.None;

    private static string TagOf(MethodInfo operation) => operation.DeclaringType!.Namespace!.Split('.')[^1];

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<constraint>\w+))?\}")]
    private static partial Regex PathPart();

    [GeneratedRegex(@"^(GET|PUT|POST|PATCH|DELETE) /\S+: ")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^[^.;:]+")]
    private static partial Regex Sentence();
}
