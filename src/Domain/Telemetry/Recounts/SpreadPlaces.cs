using System.Text;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>Finds which shards have windows of a day, for the slices that will look whether they should.</summary>
internal sealed class SpreadPlaces(IAggregateShards shards, RecountSpill spill, RecountSizes sizes)
{
    /// <summary>Of partitions of the hub that the archive knows nothing of there is nothing to compare with: their windows stay as they are.</summary>
    public async Task ExecuteAsync(RecountDay day, RecountPlan plan, CancellationToken ct)
    {
        var (held, written) = (new HashSet<ShardPlace>(), 0);
        foreach (var grain in new[] { Grain.Day, Grain.Hour })
        {
            string? cursor = null;
            do
            {
                (var places, cursor) = await shards.ScanAsync(
                    Windows.IdOf(grain, Windows.MinuteOf(day.Start)), Windows.IdOf(grain, Windows.MinuteOf(day.End)), cursor, ct);
                held.UnionWith(places);
                if (held.Count > sizes.Places)
                    await WriteAsync(day, plan, held, written++, ct);
            }
            while (cursor is not null);
        }

        await WriteAsync(day, plan, held, written, ct);
    }

    public async Task<HashSet<string>> ReadAsync(string prefix, CancellationToken ct)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var content in spill.ContentsAsync(prefix, ct))
            names.UnionWith(Encoding.UTF8.GetString(content).Split('\n'));
        return names;
    }

    private async Task WriteAsync(RecountDay day, RecountPlan plan, HashSet<ShardPlace> held, int number, CancellationToken ct)
    {
        foreach (var same in held.Where(place => plan.Find(place.HubPartition) is not null).GroupBy(place => PrefixOf(day, plan.Find(place.HubPartition)!, place.Shard)))
        {
            // Done again it may find others: what is there of before is true as well.
            await spill.PutAsync(
                FormattableString.Invariant($"{same.Key}{number:D5}"), Encoding.UTF8.GetBytes(string.Join('\n', same.Select(place => place.Shard).Order(StringComparer.Ordinal))), ct);
        }

        held.Clear();
    }

    private static string PrefixOf(RecountDay day, PlannedPartition partition, string shard) =>
        AssetOf(shard) is { } asset
            ? RecountSpill.PlacesOf(day, partition.HubPartition, RecountStage.Videos, partition.SliceOf(asset))
            : RecountSpill.PlacesOf(day, partition.HubPartition, RecountStage.Followers, partition.FollowerSliceOf(shard));

    /// <summary>Of a video's shard.</summary>
    public static string? AssetOf(string shard) => shard.StartsWith(VideoPrefix, StringComparison.Ordinal) ? shard[VideoPrefix.Length..shard.LastIndexOf('#')] : null;

    private static string VideoPrefix { get; } = AggregateSubject.Video("").Name;
}
