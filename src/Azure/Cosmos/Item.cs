using System.Text.Json;
using StreamPlatform.Domain;

namespace StreamPlatform.Azure.Cosmos;

/// <summary>
/// What every item has. Members beside the <c>document</c> exist to be looked up by, as columns do in the embedded stores;
/// the document has a schema version of its own.
/// </summary>
internal abstract record Item
{
    /// <summary>Of the members beside the document.</summary>
    public int SchemaVersion { get; init; } = 1;

    public required string Id { get; init; }

    /// <summary>Tells kinds of items apart for whoever reads a container.</summary>
    public abstract string Type { get; }

    public static MemoryStream Write(Item item) =>
        new(JsonSerializer.SerializeToUtf8Bytes(item, item.GetType(), DomainJson.Options), writable: false);

    /// <exception cref="InvalidDataException">It was written by a newer release.</exception>
    public static T Read<T>(JsonElement json)
        where T : Item
    {
        var item = json.Deserialize<T>(DomainJson.Options)!;
        return item.SchemaVersion == 1
            ? item
            : throw new InvalidDataException(
                $"A stored {item.Type} has item schema version {item.SchemaVersion}; this release knows 1. Start the release that wrote it.");
    }
}
