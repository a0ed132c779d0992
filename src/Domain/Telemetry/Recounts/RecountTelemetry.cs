using System.Text.Json;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Deliveries;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>
/// Counts a day again from the archive, tells where what is stored is otherwise, and sets it right; step by step. Each step does the same when it is
/// done again, wherever it was cut short: what it found it writes down before it repairs anything.
/// </summary>
public sealed class RecountTelemetry
{
    private readonly IAggregateShards _shards;
    private readonly RecountedViews _views;
    private readonly RecountSpill _spill;
    private readonly PlanRecount _plan;
    private readonly SpreadArchive _archive;
    private readonly SpreadPlaces _places;
    private readonly FoldSlice _fold;
    private readonly CompareShards _compare;
    private readonly RecountDeliveries _deliveries;

    public RecountTelemetry(IAggregateShards shards, TelemetryArchive archive, DeliveryLog deliveries, IBlobStore blobs, RecountedViews views, RecountSizes sizes)
    {
        (_shards, _views, _spill, _plan) = (shards, views, new RecountSpill(blobs), new PlanRecount(archive, deliveries, sizes));
        _deliveries = new RecountDeliveries(deliveries, _spill, sizes);
        (_archive, _places, _fold, _compare) =
            (new SpreadArchive(archive, _spill, sizes), new SpreadPlaces(shards, _spill, sizes), new FoldSlice(_spill, sizes), new CompareShards(shards));
    }

    public Task<RecountPlan> PlanAsync(RecountDay day, CancellationToken ct) => _plan.ExecuteAsync(day, ct);

    /// <summary>Does a step; all of the stage before must be done.</summary>
    public async Task<RecountFound> StepAsync(RecountDay day, RecountPlan plan, RecountStep step, CancellationToken ct)
    {
        switch (step.Stage)
        {
            case RecountStage.Places:
                await _places.ExecuteAsync(day, plan, ct);
                return RecountFound.Nothing;
            case RecountStage.Spread:
                await _archive.ExecuteAsync(day, plan.Find(step.HubPartition)!, day.ArchiveDays[step.Number], ct);
                return RecountFound.Nothing;
            case RecountStage.Videos:
                return await VideosAsync(day, plan, plan.Find(step.HubPartition)!, step, ct);
            case RecountStage.Followers:
                return await FollowersAsync(day, plan.Find(step.HubPartition)!, step, ct);
            case RecountStage.Fetched:
                return await _deliveries.SpreadAsync(day, plan, step.Number, ct);
            default:
                return await _deliveries.MatchAsync(day, step.Number, ct);
        }
    }

    /// <summary>Deletes what the recount laid aside.</summary>
    public Task ClearAsync(RecountDay day, CancellationToken ct) => _spill.ClearAsync(day, ct);

    private async Task<RecountFound> VideosAsync(RecountDay day, RecountPlan plan, PlannedPartition partition, RecountStep step, CancellationToken ct)
    {
        var told = plan.SessionSlices > 0 ? new ToldSessions() : null;
        var windows = await _fold.ExecuteAsync(day, partition, step.Number, told, ct);
        if (told is not null)
            await _deliveries.PutAsync(day, plan, step, told, ct);
        foreach (var same in windows.Shards.Where(shard => shard.Key.Kind != ShardKind.Video).GroupBy(shard => partition.FollowerSliceOf(shard.Key.Name)))
        {
            await _spill.PutAsync(
                FormattableString.Invariant($"{RecountSpill.SharesOf(day, partition.HubPartition, same.Key)}{step.Number:D5}"), CountedWindows.ToBytes(same), ct);
        }

        return await SettleAsync(day, partition, step, windows.Shards.Where(shard => shard.Key.Kind == ShardKind.Video), ct);
    }

    private async Task<RecountFound> FollowersAsync(RecountDay day, PlannedPartition partition, RecountStep step, CancellationToken ct)
    {
        var windows = new CountedWindows(day);
        await foreach (var share in _spill.ContentsAsync(RecountSpill.SharesOf(day, partition.HubPartition, step.Number), ct))
            windows.Merge(share);
        return await SettleAsync(day, partition, step, windows.Shards, ct);
    }

    /// <summary>Compares, writes down what is wrong, sets it right.</summary>
    private async Task<RecountFound> SettleAsync(
        RecountDay day, PlannedPartition partition, RecountStep step, IEnumerable<KeyValuePair<ShardKey, Dictionary<WindowKey, HeldWindow>>> windows, CancellationToken ct)
    {
        var counted = new Dictionary<string, Dictionary<WindowKey, HeldWindow>>(StringComparer.Ordinal);
        var parts = new List<ShardMark>();
        foreach (var (key, held) in windows)
        {
            counted.Add(key.Name, held);
            if (key.Bucket != 0)
                parts.Add(new ShardMark(key.Subject.Shard(0), ShardBuckets.IdOf(key.Bucket)));
        }

        foreach (var place in await _places.ReadAsync(RecountSpill.PlacesOf(day, partition.HubPartition, step.Stage, step.Number), ct))
            counted.TryAdd(place, []);
        var (now, wrong) = await _compare.FindAsync(day, partition, counted, ct);
        var found = await WrittenDownAsync(day, step, now, ct);
        if (!partition.MayRepair)
            return found;
        // Without its mark readers don't see a part, however right it is.
        await _shards.MarkAsync(parts, ct);
        // Noted before, since after a crash in between nothing would be wrong any more; counts follow long after.
        await _views.NoteAsync(day, [.. wrong.Select(SpreadPlaces.AssetOf).OfType<string>().Distinct()], ct);
        foreach (var shard in wrong)
            await _compare.RepairAsync(day, partition, shard, counted[shard], ct);
        return found with { Repaired = found.Wrong - found.Late };
    }

    /// <summary>What was wrong when the step was done first: done again it finds less.</summary>
    private async Task<RecountFound> WrittenDownAsync(RecountDay day, RecountStep step, RecountFound found, CancellationToken ct)
    {
        var name = RecountSpill.FoundOf(day, step);
        if (await _spill.CreateAsync(name, JsonSerializer.SerializeToUtf8Bytes(found, DomainJson.Options), ct))
            return found;
        return JsonSerializer.Deserialize<RecountFound>((await _spill.FindAsync(name, ct))!, DomainJson.Options)!;
    }
}
