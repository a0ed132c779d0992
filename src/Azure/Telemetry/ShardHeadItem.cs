using System.Globalization;
using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Telemetry;

/// <summary>How far a partition of the hub is counted in a shard; its ETag guards all of that.</summary>
internal sealed record ShardHeadItem : Item
{
    public override string Type => "aggregateHead";

    public required string ShardKey { get; init; }
    public required long Watermark { get; init; }

    public static ItemKey KeyOf(string shard, int hubPartition) => ItemKey.Of(shard, string.Create(CultureInfo.InvariantCulture, $"head|{hubPartition}"));
}
