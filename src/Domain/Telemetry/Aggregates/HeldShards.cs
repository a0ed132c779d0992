using System.Buffers;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>What one partition of the hub has in memory of all shards.</summary>
internal sealed class HeldShards(int hubPartition, IAggregateShards store)
{
    private readonly Dictionary<ShardKey, HeldShard> _shards = [];
    private readonly List<HeldShard> _wanting = [];
    private long _batch;

    public long Batch => _batch;

    public HeldMark Mark { get; } = new(hubPartition);

    public HeldShard LeaderOf(TelemetryRecord record) => Of(new ShardKey(ShardKind.Video, record.AssetId, record.Bucket));

    public HeldShard ChannelOf(SessionClaims claims) => Of(new ShardKey(ShardKind.Channel, claims.ChannelId ?? claims.OwnerId, claims.Bucket));

    public HeldShard Platform => Of(new ShardKey(ShardKind.Platform, "", hubPartition));

    /// <summary>Has in memory all that taking in the records may touch: sessions first, which say which windows.</summary>
    public async Task LoadAsync(IReadOnlyList<SequencedRecord> records, CancellationToken ct)
    {
        _batch++;
        await LoadMarkAsync(ct);
        foreach (var (_, record) in records)
        {
            Want(LeaderOf(record)).Want(record.SessionId, _batch);
            if (record is BeaconRecord beacon)
                Want(ChannelOf(beacon.Claims));
        }

        Want(Platform);
        await LoadAsync(ct);
        foreach (var (sequence, record) in records)
        {
            var leader = LeaderOf(record);
            var state = leader.FindSession(record.SessionId)!.State;
            if (sequence > leader.Watermark && ((record as BeaconRecord)?.Claims ?? state.Claims) is { } claims)
                WantWindows([Want(leader), Want(ChannelOf(claims)), Want(Platform)], claims, state, record);
        }

        await LoadAsync(ct);
    }

    public async Task LoadMarkAsync(CancellationToken ct)
    {
        if (!Mark.IsLoaded)
            Mark.Take((await store.LoadAsync(hubPartition, [Mark.Request()], ct))[0]);
    }

    /// <summary>False when somebody else has written it meanwhile.</summary>
    public async Task<bool> WriteMarkAsync(ArrayBufferWriter<byte> buffer, CancellationToken ct)
    {
        buffer.ResetWrittenCount();
        if (await store.WriteAsync(hubPartition, [Mark.Changes(buffer)], [], ct) is not { } etags)
            return false;
        Mark.Written(etags[0]);
        return true;
    }

    /// <summary>Followers before leaders; false when somebody else has written one of them meanwhile.</summary>
    public async Task<bool> WriteAsync(ArrayBufferWriter<byte> buffer, DateTimeOffset now, CancellationToken ct)
    {
        buffer.ResetWrittenCount();
        var platform = Platform;
        foreach (var session in _shards.Values.SelectMany(shard => shard.Changed))
            platform.Sample(session);
        var dirty = _shards.Where(shard => shard.Value.IsDirty).OrderByDescending(shard => shard.Key.Kind).ToList();
        if (dirty.Count == 0)
            return true;
        var leaders = dirty.FindIndex(shard => shard.Key.Kind == ShardKind.Video);
        List<ShardWrite> writes = [.. dirty.Select(shard => shard.Value.Changes(buffer, now))];
        leaders = leaders < 0 ? writes.Count : leaders;
        // The mark may be ahead of what is counted, never behind: what comes again isn't newer than it.
        if (await store.WriteAsync(hubPartition, [Mark.Changes(buffer), .. writes[..leaders]], writes[leaders..], ct) is not { } etags)
            return false;
        Mark.Written(etags[0]);
        foreach (var (shard, etag) in dirty.Zip(etags.Skip(1)))
            shard.Value.Written(etag);
        return true;
    }

    /// <summary>Beyond <paramref name="most"/> the half goes that was not used for longer.</summary>
    public void Trim(int most)
    {
        if (_shards.Values.Sum(shard => shard.Count) <= most)
            return;
        var used = _shards.Values.SelectMany(shard => shard.Uses).Order().ToList();
        var since = used[used.Count / 2];
        foreach (var (key, shard) in _shards)
        {
            shard.Trim(since);
            if (shard.Count == 0)
                _shards.Remove(key);
        }
    }

    private static void WantWindows(ReadOnlySpan<HeldShard> shards, SessionClaims claims, SessionState state, TelemetryRecord record)
    {
        foreach (var shard in shards)
            shard.Want(Windows.MinuteOf(claims.StartedAt));
        var (from, last) = (int.MaxValue, -1);
        foreach (var told in (record as BeaconRecord)?.Events ?? [])
        {
            var minute = SessionFold.MinuteOf(claims, told);
            if (minute == last)
                continue;
            last = minute;
            from = Math.Min(from, minute);
            foreach (var shard in shards)
                shard.Want(minute);
        }

        // What comes late may change what later minutes have more than those before them; a session that counts otherwise now, all of its.
        from = SessionFold.MayTurn(state, record) ? 0 : from;
        for (var i = state.Minutes.Count - 1; i >= 0 && state.Minutes[i].Minute >= from; i--)
        {
            foreach (var shard in shards)
                shard.Want(state.Minutes[i].Minute);
        }
    }

    private HeldShard Of(ShardKey key)
    {
        if (!_shards.TryGetValue(key, out var shard))
            _shards.Add(key, shard = new HeldShard(key));
        return shard;
    }

    private HeldShard Want(HeldShard shard)
    {
        if (!shard.IsWanting)
        {
            shard.IsWanting = true;
            _wanting.Add(shard);
        }

        return shard;
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        List<(HeldShard Shard, ShardRequest Request)> asked = [.. _wanting.Select(shard => (shard, shard.Request())).Where(each => each.Item2 is { Head: true } or { Ids.Count: > 0 })];
        if (asked.Count > 0)
        {
            var contents = await store.LoadAsync(hubPartition, [.. asked.Select(each => each.Request)], ct);
            for (var i = 0; i < asked.Count; i++)
            {
                asked[i].Shard.Take(contents[i]);
                if (asked[i].Request.Head && contents[i].Head is null && asked[i].Shard.Key.Bucket != 0)
                    await store.MarkAsync([new ShardMark(asked[i].Shard.Key.Subject.Shard(0), ShardBuckets.IdOf(asked[i].Shard.Key.Bucket))], ct);
            }
        }

        foreach (var shard in _wanting)
            shard.Fill(_batch);
        _wanting.Clear();
    }
}
