using System.Text.Json;
using System.Text.Json.Serialization;

namespace StreamPlatform.Domain;

/// <summary>How stored documents, queue messages and API bodies are written: camelCase, enums as words, no nulls.</summary>
public static class DomainJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new EnumWords() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
