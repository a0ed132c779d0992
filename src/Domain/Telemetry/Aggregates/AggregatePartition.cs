using System.Buffers;
using StreamPlatform.Domain.Telemetry.Folding;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>
/// Counts one partition of the hub, each record exactly once whatever happens. The part of its video that a session belongs to leads: there its state
/// is, and how far the partition is counted. The channel and the platform follow: they are written before it, and say themselves how far they are
/// counted. So after a crash the leader's states give the same changes again, and followers pass over those they have. Who writes a shard that
/// another has written meanwhile learns of it, forgets everything, and begins again from what is stored.
/// </summary>
internal sealed class AggregatePartition(int hubPartition, IAggregateShards shards, TimeProvider clock) : IDisposable
{
    /// <summary>Sessions and windows in memory; beyond it those go that were used least recently.</summary>
    public const int MaxHeld = 16_000;

    /// <summary>How often somebody else may have written first, before it is given up. Two who read the same partition take turns, so it is seldom more than once.</summary>
    private const int MaxLost = 20;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SessionFolder _folder = new();
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 12);
    private HeldShards _held = new(hubPartition, shards);

    /// <summary>By how much the hub's numbers are to be moved on, so that they rise over all hubs that there were.</summary>
    /// <returns>And whether that was found out now.</returns>
    public async Task<(long Offset, bool Moved)> OffsetAsync(IReadOnlyList<SequencedRecord> records, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            for (var lost = 0; lost < MaxLost; lost++)
            {
                await _held.LoadMarkAsync(ct);
                if (!_held.Mark.Moves(records))
                    return (_held.Mark.Offset, false);
                if (await _held.WriteMarkAsync(_buffer, ct))
                    return (_held.Mark.Offset, true);
                _held = new HeldShards(hubPartition, shards);
            }

            throw new TimeoutException($"Others kept writing how far partition {hubPartition} of the hub is read: given up after {MaxLost} tries.");
        }
        catch
        {
            _held = new HeldShards(hubPartition, shards);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Counts records in the order of the partition; those that are counted already are passed over. Done once all is durable.</summary>
    /// <exception cref="TimeoutException">Others kept writing the same shards.</exception>
    public async Task ApplyAsync(IReadOnlyList<SequencedRecord> records, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            for (var lost = 0; lost < MaxLost; lost++)
            {
                if (await TryApplyAsync(records, ct))
                    return;
                _held = new HeldShards(hubPartition, shards);
            }

            throw new TimeoutException($"Others kept counting partition {hubPartition} of the hub: given up after {MaxLost} tries.");
        }
        catch
        {
            // Nobody knows what of it was written.
            _held = new HeldShards(hubPartition, shards);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> TryApplyAsync(IReadOnlyList<SequencedRecord> records, CancellationToken ct)
    {
        await _held.LoadAsync(records, ct);
        foreach (var record in records)
            Count(record);

        if (!await _held.WriteAsync(_buffer, clock.GetUtcNow(), ct))
            return false;
        _held.Trim(MaxHeld);
        return true;
    }

    private void Count(in SequencedRecord sequenced)
    {
        var (sequence, record) = sequenced;
        _held.Mark.Read(sequence, record.CameAt);
        var leader = _held.LeaderOf(record);
        if (sequence <= leader.Watermark)
            return;
        var session = leader.FindSession(record.SessionId)!;
        var changes = _folder.Fold(session.State, record);
        leader.Touch(session, sequence);
        Apply(leader, changes, sequence);
        if (session.State.Claims is { } claims)
        {
            Follow(_held.ChannelOf(claims), changes, sequence);
            Follow(_held.Platform, changes, sequence);
        }
    }

    /// <summary>A follower may have been written further than its leader.</summary>
    private void Follow(HeldShard follower, ReadOnlySpan<SessionChange> changes, long sequence)
    {
        if (sequence > follower.Watermark)
            Apply(follower, changes, sequence);
    }

    private void Apply(HeldShard shard, ReadOnlySpan<SessionChange> changes, long sequence)
    {
        foreach (var change in changes)
        {
            if (!change.IsEmpty)
                shard.Apply(change, sequence, _held.Batch);
        }
    }
}
