using System.Text.Json;
using System.Text.Json.Serialization;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Azure.Stores;

/// <summary>A document of <see cref="IDocuments"/> in its container.</summary>
internal sealed record PlacedItem : DocumentItem
{
    public override string Type => Kind;

    [JsonIgnore]
    public string Kind { get; init; } = "";

    public required string Partition { get; init; }

    /// <summary>Of its kind and its partition; not there when it is in none.</summary>
    public string? List { get; init; }

    public string? SortKey { get; init; }

    /// <summary>Seconds from its last write until Cosmos DB removes it; -1 never.</summary>
    public int Ttl { get; init; } = -1;

    public static PlacedItem Of(DocumentWrite write, DateTimeOffset now) => new()
    {
        Id = KeyOf(write.Kind, write.Key).Id,
        Kind = write.Kind,
        Partition = write.Key.Partition,
        List = write.Place is { } place ? ListOf(write.Kind, place.List) : null,
        SortKey = write.Place?.SortKey,
        Ttl = write.ExpiresAt is { } at ? (int)Math.Clamp(Math.Ceiling((at - now).TotalSeconds), 1, int.MaxValue) : -1,
        Document = JsonSerializer.Deserialize<JsonElement>(write.Json!),
    };

    public static ItemKey KeyOf(string kind, DocumentKey key) => ItemKey.Of(key.Partition, $"{kind}|{key.Id}");

    /// <summary>Kinds share a container, and may have listings of the same name.</summary>
    public static string ListOf(string kind, string list) => $"{kind}|{list}";
}
