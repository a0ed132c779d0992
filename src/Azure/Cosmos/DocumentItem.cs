using System.Text.Json;
using StreamPlatform.Domain;

namespace StreamPlatform.Azure.Cosmos;

/// <summary>An item that holds a Domain document, as it is in the embedded stores.</summary>
internal abstract record DocumentItem : Item
{
    public required JsonElement Document { get; init; }

    public static JsonElement From<T>(T document) => JsonSerializer.SerializeToElement(document, DomainJson.Options);
}
