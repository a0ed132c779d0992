using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Http;

/// <summary>Which fields of a listing's items are answered: <c>?fields=id,title</c>, all without. What isn't asked for needn't be found out either.</summary>
public sealed class FieldSelection
{
    private const int MaxLength = 1024;

    private readonly HashSet<string>? _names;

    private FieldSelection(HashSet<string>? names) => _names = names;

    public static FieldSelection All { get; } = new(null);

    /// <summary>What the request asks for of items of type <typeparamref name="T"/>, or <c>request.fields_invalid</c>.</summary>
    public static Result<FieldSelection> Parse<T>(HttpRequest request)
    {
        if (!request.Query.TryGetValue("fields", out var given))
        {
            return All;
        }

        var text = given.ToString();
        HashSet<string> names = text.Length > MaxLength ? [] : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var known = PropertiesOf<T>();
        return names.Count > 0 && names.All(name => known.Any(property => property.Name == name))
            ? new FieldSelection(names)
            : RequestErrors.FieldsInvalid();
    }

    /// <summary>Whether any of these fields is asked for.</summary>
    /// <param name="names">As in C#.</param>
    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_names is null || _names.Contains(JsonNamingPolicy.CamelCase.ConvertName(name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The page with what was asked for of each item.</summary>
    public JsonAnswer Answer<T>(PageBody<T> page)
    {
        if (_names is null)
        {
            return JsonAnswer.Ok(page);
        }

        var properties = PropertiesOf<T>().Where(property => _names.Contains(property.Name)).ToList();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonAnswer.Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("items");
            foreach (var item in page.Items)
            {
                Write(writer, item!, properties);
            }

            writer.WriteEndArray();
            if (page.Cursor is not null)
            {
                writer.WriteString("cursor", page.Cursor);
            }

            writer.WriteEndObject();
        }

        return new JsonAnswer(StatusCodes.Status200OK, buffer.WrittenSpan.ToArray(), "application/json");
    }

    private static void Write(Utf8JsonWriter writer, object item, List<JsonPropertyInfo> properties)
    {
        writer.WriteStartObject();
        foreach (var property in properties)
        {
            if (property.Get!(item) is { } value)
            {
                writer.WritePropertyName(property.Name);
                JsonSerializer.Serialize(writer, value, property.PropertyType, JsonAnswer.Options);
            }
        }

        writer.WriteEndObject();
    }

    private static IList<JsonPropertyInfo> PropertiesOf<T>() => JsonAnswer.Options.GetTypeInfo(typeof(T)).Properties;
}
