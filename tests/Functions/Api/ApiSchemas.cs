using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Uploads;

namespace StreamPlatform.Functions.Tests.Api;

/// <summary>
/// JSON schemas (2020-12, as OpenAPI 3.1 has them) of what the API takes and gives, as the serializer writes it: objects by
/// name, and what may be null is simply absent.
/// </summary>
internal sealed class ApiSchemas
{
    /// <summary>What is a body in code is the thing itself in the API, or the wish for one.</summary>
    private static readonly Dictionary<Type, string> OtherNames = new()
    {
        [typeof(CreateUploadBody)] = "NewUpload",
        [typeof(ClipBody)] = "NewClip",
        [typeof(PlaybackTokenBody)] = "NewPlaybackToken",
        [typeof(Chapter)] = "PublishedChapter",
    };

    private readonly SortedDictionary<string, JsonNode?> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Type> _named = [];

    public JsonObject Components => new(_components.Select(component => KeyValuePair.Create(component.Key, component.Value?.DeepClone())));

    /// <summary>A reference to the type's schema, or the schema itself of what is no object.</summary>
    public JsonNode Of(Type type)
    {
        var info = DomainJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return info.Kind == JsonTypeInfoKind.Object ? Reference(info.Type) : Export(info.Type);
    }

    private JsonObject Reference(Type type)
    {
        var name = NameOf(type);
        if (_named.TryAdd(name, type))
            _components[name] = Export(type);
        else if (_named[name] != type)
            throw new InvalidOperationException($"{type} and {_named[name]} have one name.");
        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private JsonNode Export(Type type) => DomainJson.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Transform,
    });

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (IsOptional(type))
            return Described(Patched(type.GetGenericArguments()[0], context.PropertyInfo!), context);
        if (type.IsEnum)
            return Described(new JsonObject { ["enum"] = new JsonArray([.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, DomainJson.Options))]), ["type"] = "string" }, context);
        var info = DomainJson.Options.GetTypeInfo(type);
        if (info.Kind == JsonTypeInfoKind.Object && !context.Path.IsEmpty)
            return Described(Reference(type), context);
        if (schema is not JsonObject node)
            return schema;
        if (info.Kind == JsonTypeInfoKind.Object)
            return Object(node, info, type);
        if (node["type"] is JsonArray types)
        {
            // Numbers are taken as text too, which is nothing to rely on.
            node["type"] = types.Last(name => name!.ToString() is not "null")!.DeepClone();
            node.Remove("pattern");
        }

        if (node.TryGetPropertyValue("default", out var standard) && standard is null)
            node.Remove("default");
        // Of what is written by a converter, as enums are, the exporter says nothing.
        if (info.Kind == JsonTypeInfoKind.Enumerable && node["items"] is null)
            node["items"] = Of(info.ElementType!);
        return Described(node, context);
    }

    /// <summary>What a merge patch takes: the thing itself or, where it can be cleared, null.</summary>
    private JsonObject Patched(Type type, JsonPropertyInfo property)
    {
        var schema = (JsonObject)Of(type);
        var isCleared = Nullable.GetUnderlyingType(type) is not null
            || new NullabilityInfoContext().Create((PropertyInfo)property.AttributeProvider!).GenericTypeArguments[0].ReadState == NullabilityState.Nullable;
        return isCleared ? new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) } : schema;
    }

    private static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <summary>What may be null is not required; what is, comes in the order of the properties.</summary>
    private JsonObject Object(JsonObject node, JsonTypeInfo info, Type type)
    {
        // Of a word that is optional in the constructor the exporter keeps the default and forgets the type.
        foreach (var property in info.Properties.Where(property => node["properties"]?[property.Name] is JsonObject { Count: 1 } lost && lost.ContainsKey("default")))
            node["properties"]![property.Name] = Described((JsonObject)Of(property.PropertyType), property);
        node["type"] = "object";
        var required = (node["required"]?.AsArray() ?? []).Select(name => name!.ToString()).ToHashSet(StringComparer.Ordinal);
        required.ExceptWith(info.Properties.Where(MayBeNull).Select(property => property.Name));
        node.Remove("required");
        if (required.Count > 0)
            node["required"] = new JsonArray([.. info.Properties.Select(property => property.Name).Where(required.Contains).Select(name => (JsonNode)name)]);
        if (XmlDocs.OfType(type) is { } text)
            node["description"] = text;
        return node;
    }

    private static bool MayBeNull(JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || IsOptional(property.PropertyType)
        || (property.AttributeProvider is PropertyInfo info && new NullabilityInfoContext().Create(info).ReadState == NullabilityState.Nullable);

    private static JsonObject Described(JsonObject node, JsonSchemaExporterContext context)
    {
        return Described(node, context.PropertyInfo);
    }

    private static JsonObject Described(JsonObject node, JsonPropertyInfo? property)
    {
        if (property?.AttributeProvider is MemberInfo member && XmlDocs.OfMember(member) is { } text)
            node["description"] = text;
        return node;
    }

    private static string NameOf(Type type) =>
        OtherNames.TryGetValue(type, out var name) ? name
        : type.IsGenericType ? (type.GetGenericTypeDefinition() == typeof(PageBody<>) ? $"{NameOf(type.GetGenericArguments()[0])}Page" : throw new NotSupportedException($"What is {type} called?"))
        : type.IsNested ? NameOf(type.DeclaringType!) + type.Name
        : type.Name.EndsWith("Body", StringComparison.Ordinal) ? type.Name[..^4]
        : type.Name;
}
