using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Deliveries;
using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Domain.Tests.Telemetry.Recounts;

/// <summary>A few videos' evening, counted and archived, and days later counted again; whoever does so dies as often as the test says.</summary>
internal sealed class RecountedDay
{
    public static readonly DateOnly Day = DateOnly.FromDateTime(GeneratedSessions.Begin.UtcDateTime);

    private static readonly DateTimeOffset Afterwards = GeneratedSessions.Begin.AddDays(5);

    private readonly FakeTimeProvider _clock = new(GeneratedSessions.Begin.AddHours(4));
    private readonly ViewCounts _counts;
    private readonly int _seed;
    private readonly List<HubMessage>[] _hub = [[], []];

    public RecountedDay(int seed, ViewCounts counts, IAggregateShards? shards = null)
    {
        Shards = shards ?? new MemoryShards(1 << (seed % 7));
        Blobs = new MemoryBlobs(_clock);
        Random = new Random(seed);
        (_counts, _seed) = (counts, seed);
    }

    public Random Random { get; }

    public IAggregateShards Shards { get; }

    public MemoryShards Memory => (MemoryShards)Shards;

    public MemoryBlobs Blobs { get; }

    public TelemetryArchive Archive => new(Blobs, _clock);

    /// <summary>Dies at one in so many places; 0 never.</summary>
    public int DiesOneIn { get; set; }

    /// <summary>Of half of all days next to nothing fits into memory.</summary>
    private RecountSizes Sizes => _seed % 2 == 0 ? new RecountSizes() : new RecountSizes { Slice = 400, Pass = 300, Spread = 2000, Places = 2 };

    /// <summary>How often it died.</summary>
    public int Deaths { get; private set; }

    /// <summary>Between any two operations of the recount's store.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    /// <summary>All that was sent until now.</summary>
    public IReadOnlyList<HubMessage>[] Hub => _hub;

    /// <summary>Counts what is sent, in batches of any size.</summary>
    public async Task CountAsync(IEnumerable<TelemetryRecord> records, bool archived = true)
    {
        int[] from = [_hub[0].Count, _hub[1].Count];
        foreach (var record in records)
        {
            var messages = _hub[record.SessionId[^1] % 2];
            messages.Add(new HubMessage(messages.Count, TelemetryRecordWriter.ToBytes(record)));
        }

        using var count = new CountTelemetry(Shards, archived ? Archive : new NoArchive(), _clock);
        for (var partition = 0; partition < 2; partition++)
        {
            for (var at = from[partition]; at < _hub[partition].Count;)
            {
                List<HubMessage> batch = [.. _hub[partition].Skip(at).Take(Random.Next(1, 12))];
                await count.CountAsync(partition, batch, default);
                at += batch.Count;
            }
        }
    }

    /// <summary>The windows of the day, as a text to compare.</summary>
    public async Task<string> StoredAsync()
    {
        var lines = (await CountedState.OfAsync(Shards)).Split('\n');
        var day = Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return string.Join('\n', lines.Where(line => line.Contains($" Hour {day}", StringComparison.Ordinal) || line.Contains($" Day {day}", StringComparison.Ordinal)));
    }

    /// <summary>Counts the day again, five days later; steps in any order that their stages allow, begun again wherever it dies.</summary>
    public async Task<DayRecount> RecountAsync()
    {
        if (_clock.GetUtcNow() < Afterwards)
            _clock.SetUtcNow(Afterwards);
        var day = RecountDay.Of(Day, _clock.GetUtcNow()).Value;
        Blobs.AroundWrites = Die;
        var progress = DayRecount.Begin(day);
        var plan = await AgainAsync(recount => recount.PlanAsync(day, default));
        progress = progress with { Plan = plan };
        while (progress.Next(3) is { Count: > 0 } steps)
        {
            var found = new RecountFound[steps.Count];
            var order = Enumerable.Range(0, steps.Count).ToArray();
            Random.Shuffle(order);
            foreach (var place in order)
            {
                found[place] = await AgainAsync(recount => recount.StepAsync(day, plan, steps[place], default));
                // Its answer was lost.
                if (Random.Next(4) == 0)
                    found[place] = await AgainAsync(recount => recount.StepAsync(day, plan, steps[place], default));
            }

            progress = progress.After(found);
        }

        Blobs.AroundWrites = () => { };
        await Recount().ClearAsync(day, default);
        _clock.Advance(TimeSpan.FromHours(1));
        return progress;
    }

    private async Task<T> AgainAsync<T>(Func<RecountTelemetry, Task<T>> work)
    {
        while (true)
        {
            try
            {
                return await work(Recount());
            }
            catch (DiedException)
            {
                Deaths++;
            }
        }
    }

    private RecountTelemetry Recount()
    {
        var shards = new UnreliableShards(Shards, async () =>
        {
            Die();
            await Meanwhile();
        });
        return new RecountTelemetry(shards, Archive, new DeliveryLog(Blobs, _clock), Blobs, new RecountedViews(new ChangedVideos(shards, _clock), _counts), Sizes);
    }

    private void Die()
    {
        if (DiesOneIn > 0 && Random.Next(DiesOneIn) == 0)
            throw new DiedException();
    }

    private sealed class DiedException : Exception;
}
