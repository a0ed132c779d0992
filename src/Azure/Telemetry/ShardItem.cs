using System.Globalization;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Azure.Telemetry;

/// <summary>A document of a shard, as one partition of the hub writes it.</summary>
internal sealed record ShardItem : Item
{
    private const char Separator = '|';

    public override string Type => "aggregate";

    public required string ShardKey { get; init; }

    /// <summary>Seconds from its last write until Cosmos DB removes it; -1 never.</summary>
    public int Ttl { get; init; } = -1;

    /// <summary>In base 64.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    public static ShardItem Of(string shard, int hubPartition, ShardDocument document, DateTimeOffset now) => new()
    {
        Id = KeyOf(shard, hubPartition, document.Id).Id,
        ShardKey = shard,
        Ttl = document.ExpiresAt is { } at ? (int)Math.Clamp(Math.Ceiling((at - now).TotalSeconds), 1, int.MaxValue) : -1,
        Body = document.Body,
    };

    /// <summary>The hub's partition stands behind the id, so that all of an id are beside each other.</summary>
    public static ItemKey KeyOf(string shard, int hubPartition, string id) =>
        ItemKey.Of(shard, string.Create(CultureInfo.InvariantCulture, $"{id}{Separator}{hubPartition}"));

    public static string IdOf(string itemId) => itemId[..itemId.LastIndexOf(Separator)];

    public static int HubPartitionOf(string itemId) => int.Parse(itemId.AsSpan(itemId.LastIndexOf(Separator) + 1), CultureInfo.InvariantCulture);
}
