using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Tests.Contracts.Telemetry;

/// <summary>
/// One way for things to go wrong, chosen by a number: senders send twice and in any order; consumers get batches of any size, die between any two
/// operations of the store, begin again at the last checkpoint with or without what they remember, and lose their partition to another while
/// they go on writing, also in the midst of what that other does.
/// </summary>
internal sealed class Schedule
{
    public const int HubPartitions = 2;

    private readonly Random _random;
    private readonly List<HubMessage>[] _hub = [[], []];
    private readonly int[] _checkpoints = new int[HubPartitions];
    private readonly CountTelemetry?[] _owners = new CountTelemetry?[HubPartitions];
    private readonly List<(CountTelemetry Consumer, int Partition, int At)> _zombies = [];
    private IAggregateShards _shards = null!;
    private int _depth;

    public Schedule(int seed, int sessions = 4)
    {
        _random = new Random(seed);
        Told = new GeneratedSessions(_random).Take(sessions);
        TelemetryRecord[] sent = [.. Told, .. Told.Where(_ => _random.Next(4) == 0)];
        _random.Shuffle(sent);
        foreach (var record in sent)
            Send(_hub, record);
    }

    /// <summary>All that was told, once and in order.</summary>
    public IReadOnlyList<TelemetryRecord> Told { get; }

    /// <summary>How often something went wrong.</summary>
    public int Troubles { get; private set; }

    /// <summary>All records once, in order, in one go.</summary>
    public static async Task CountCleanlyAsync(IReadOnlyList<TelemetryRecord> told, IAggregateShards shards)
    {
        List<HubMessage>[] hub = [[], []];
        foreach (var record in told)
            Send(hub, record);
        using var consumer = new CountTelemetry(shards, new NoArchive(), TimeProvider.System);
        for (var partition = 0; partition < HubPartitions; partition++)
            await consumer.CountAsync(partition, hub[partition], default);
    }

    /// <summary>Until each partition is read to its end.</summary>
    public async Task RunAsync(IAggregateShards store)
    {
        _shards = new UnreliableShards(store, BetweenAsync);
        if (store is MemoryShards memory)
            memory.BeforeStep = () => Die(60);
        while (Enumerable.Range(0, HubPartitions).Where(partition => _checkpoints[partition] < _hub[partition].Count).ToList() is { Count: > 0 } left)
        {
            if (_zombies.Count > 0 && _random.Next(3) == 0)
                await ZombieAsync();
            else
                await OwnerAsync(left[_random.Next(left.Count)]);
        }

        while (_zombies.Count > 0)
            await ZombieAsync();
    }

    private async Task OwnerAsync(int partition)
    {
        var owner = _owners[partition] ??= NewConsumer();
        var from = _checkpoints[partition];
        if (_random.Next(6) == 0)
        {
            // Another becomes the owner; this one doesn't know.
            _zombies.Add((owner, partition, from));
            _owners[partition] = null;
            Troubles++;
            return;
        }

        var count = await CountAsync(owner, partition, from);
        if (count < 0)
        {
            if (_random.Next(2) == 0)
                _owners[partition] = null;
        }
        else if (_random.Next(8) == 0)
        {
            // It died before its checkpoint was written.
            _owners[partition] = null;
            Troubles++;
        }
        else
        {
            _checkpoints[partition] = from + count;
        }
    }

    private async Task ZombieAsync()
    {
        var place = _random.Next(_zombies.Count);
        var (consumer, partition, at) = _zombies[place];
        _zombies.RemoveAt(place);
        var count = at < _hub[partition].Count ? await CountAsync(consumer, partition, at) : 0;
        if (count > 0 && _random.Next(3) > 0)
            _zombies.Add((consumer, partition, at + count));
    }

    /// <returns>How many messages were counted; below 0 when it failed.</returns>
    private async Task<int> CountAsync(CountTelemetry consumer, int partition, int from)
    {
        List<HubMessage> batch = [.. _hub[partition].Skip(from).Take(_random.Next(1, 9))];
        try
        {
            _depth++;
            await consumer.CountAsync(partition, batch, default);
            return batch.Count;
        }
        catch (DiedException)
        {
            Troubles++;
            return -1;
        }
        finally
        {
            _depth--;
        }
    }

    private async Task BetweenAsync()
    {
        Die(30);
        if (_zombies.Count > 0 && _depth == 1 && _random.Next(6) == 0)
            await ZombieAsync();
    }

    private void Die(int oneIn)
    {
        if (_random.Next(oneIn) == 0)
            throw new DiedException();
    }

    private CountTelemetry NewConsumer() => new(_shards, new NoArchive(), TimeProvider.System);

    private static void Send(List<HubMessage>[] hub, TelemetryRecord record)
    {
        var messages = hub[record.SessionId[^1] % HubPartitions];
        messages.Add(new HubMessage(messages.Count, TelemetryRecordWriter.ToBytes(record)));
    }

    private sealed class DiedException : Exception;
}
