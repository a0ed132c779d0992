using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Domain.Tests.Telemetry.Recounts;

public sealed class RecountTelemetryTests : IAsyncLifetime
{
    private static readonly string DayId = $"d|{RecountedDay.Day:yyyyMMdd}", HourId = $"h|{RecountedDay.Day:yyyyMMdd}23";

    private readonly House _house = new();

    private ViewCounts Counts => _house.Get<ViewCounts>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task A_day_that_was_counted_right_has_no_drift()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var day = await CountedAsync(seed);
            var before = await day.StoredAsync();
            var found = (await day.RecountAsync()).Found;
            Assert.True(found.Wrong == 0, $"Seed {seed}: {string.Join('\n', found.Samples)}");
            Assert.Equal(before, await day.StoredAsync());
            Assert.InRange(found.Windows, 2, 500);
        }
    }

    [Fact]
    public async Task Any_drift_is_found_told_and_repaired_wherever_the_recount_dies()
    {
        var deaths = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var day = await CountedAsync(seed);
            var before = await day.StoredAsync();
            var planted = await PlantAsync(day);
            var drifted = await day.StoredAsync();
            day.DiesOneIn = 12;
            var found = (await day.RecountAsync()).Found;

            Assert.True(drifted == before || found.Wrong > 0, $"Seed {seed}: nothing was told of {planted}.");
            Assert.True(before == await day.StoredAsync(), $"Seed {seed}: {planted} is not repaired.");
            Assert.Equal((found.Wrong, 0L, 0L), (found.Repaired, found.Late, found.Withheld));
            Assert.Equal(0, (await day.RecountAsync()).Found.Wrong);
            deaths += day.Deaths;
        }

        Assert.InRange(deaths, 200, int.MaxValue);
    }

    [Fact]
    public async Task Each_kind_of_drift_is_told_by_its_name()
    {
        var day = await CountedAsync(1);
        day.Memory.Lose(("platform#0", 0, DayId));
        day.Memory.Copy(("video:asset_0#0", 1, HourId), ("platform#1", 1, DayId));
        day.Memory.Copy(("platform#1", 1, HourId), ("video:asset_9#0", 1, $"h|{RecountedDay.Day:yyyyMMdd}07"));
        var found = (await day.RecountAsync()).Found;

        Assert.Equal((1L, 1L, 1L), (found.Missing, found.Foreign, found.Different));
        var foreign = Assert.Single(found.Samples, drift => drift.Kind == DriftKind.Foreign);
        Assert.Equal(("video:asset_9#0", 1, 7, 0L), (foreign.Shard, foreign.HubPartition, foreign.Start.Hour, foreign.CountedWatchedMs));
    }

    [Fact]
    public async Task What_is_counted_meanwhile_is_counted_once()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var day = await CountedAsync(seed);
            await PlantAsync(day);
            var late = new GeneratedSessions(day.Random).Take(3).OfType<BeaconRecord>().Select(beacon => beacon with
            {
                Claims = beacon.Claims with { SessionId = $"ses_late{beacon.SessionId[^1]}" },
            }).ToList();
            var left = new Queue<TelemetryRecord>(late);
            day.Meanwhile = async () =>
            {
                if (day.Random.Next(5) == 0 && left.TryDequeue(out var record))
                    await day.CountAsync([record]);
            };
            await day.RecountAsync();
            day.Meanwhile = () => Task.CompletedTask;
            while (left.TryDequeue(out var record))
                await day.CountAsync([record]);
            await day.RecountAsync();

            var clean = new RecountedDay(seed, Counts);
            await clean.CountAsync(Records(day));
            Assert.True(await clean.StoredAsync() == await day.StoredAsync(), $"Seed {seed}");
            Assert.Equal(0, (await day.RecountAsync()).Found.Wrong);
        }
    }

    [Fact]
    public async Task Where_the_archive_lacks_messages_drift_is_told_and_nothing_is_touched()
    {
        var day = await CountedAsync(3);
        await day.CountAsync(new GeneratedSessions(day.Random).Take(4).OfType<BeaconRecord>().Select(Renamed), archived: false);
        await day.CountAsync([Renamed(new GeneratedSessions(day.Random).Take(1).OfType<BeaconRecord>().First())]);
        var before = await day.StoredAsync();

        var progress = await day.RecountAsync();

        Assert.Contains(progress.Plan!.Partitions, partition => partition.Lacks > 0);
        Assert.InRange(progress.Found.Withheld, 1, progress.Found.Wrong);
        Assert.Equal(before, await day.StoredAsync());

        static BeaconRecord Renamed(BeaconRecord beacon) => beacon with { Claims = beacon.Claims with { SessionId = $"ses_other{beacon.SessionId[^1]}" } };
    }

    [Fact]
    public async Task A_verdict_that_came_when_the_session_was_forgotten_counts_after_a_recount()
    {
        var day = await CountedAsync(5);
        var view = Records(day).OfType<BeaconRecord>().First(beacon => DateOnly.FromDateTime(beacon.Claims.StartedAt.UtcDateTime) == RecountedDay.Day);
        foreach (var document in day.Memory.Documents.Where(document => document.Id.StartsWith("s|", StringComparison.Ordinal)).ToList())
            day.Memory.Lose(document);
        await day.CountAsync([new VerdictRecord(view.SessionId, view.AssetId, view.Bucket, true, "operator", 1_900_000_000_000)]);

        await day.RecountAsync();

        var clean = new RecountedDay(5, Counts);
        await clean.CountAsync(Records(day));
        Assert.Equal(await clean.StoredAsync(), await day.StoredAsync());
    }

    [Fact]
    public void Only_days_that_are_settled_and_kept_are_counted_again()
    {
        var now = new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero);
        Assert.Equal("recount.day_open", RecountDay.Of(new DateOnly(2026, 11, 27), now).Error!.Code);
        Assert.True(RecountDay.Of(new DateOnly(2026, 11, 26), now).Succeeded);
        Assert.True(RecountDay.Of(new DateOnly(2026, 11, 2), now).Succeeded);
        Assert.Equal("recount.day_not_archived", RecountDay.Of(new DateOnly(2026, 11, 1), now).Error!.Code);
    }

    private async Task<RecountedDay> CountedAsync(int seed)
    {
        var day = new RecountedDay(seed, Counts);
        await day.CountAsync(new GeneratedSessions(day.Random).Take(12));
        return day;
    }

    private static IEnumerable<TelemetryRecord> Records(RecountedDay day)
    {
        var reader = new TelemetryRecordReader();
        return [.. day.Hub.SelectMany(messages => messages).Select(message => reader.Read(message.Body.Span))];
    }

    /// <summary>Something that must never happen.</summary>
    private static async Task<string> PlantAsync(RecountedDay day)
    {
        var windows = day.Memory.Documents.Where(document => document.Id == DayId || document.Id == HourId).OrderBy(document => document.ToString(), StringComparer.Ordinal).ToList();
        var one = windows[day.Random.Next(windows.Count)];
        List<(string Shard, int Partition, string Id)> beside = [.. windows.Where(window => window.Partition == one.Partition)];
        var other = beside[day.Random.Next(beside.Count)];
        switch (day.Random.Next(4))
        {
            case 0:
                day.Memory.Lose(one);
                return $"the loss of {one}";
            case 1:
                day.Memory.Copy(one, other);
                return $"{one} in place of {other}";
            case 2:
                var foreign = (day.Random.Next(2) == 0 ? "channel:user_9#0" : one.Shard, one.Partition, $"h|{RecountedDay.Day:yyyyMMdd}05");
                day.Memory.Copy(one, foreign);
                return $"a foreign {foreign}";
            default:
                // Forgotten sessions count again when their messages come by other numbers.
                foreach (var session in day.Memory.Documents.Where(document => document.Id.StartsWith("s|", StringComparison.Ordinal) && day.Random.Next(3) == 0).ToList())
                    day.Memory.Lose(session);
                await day.CountAsync([.. Records(day)]);
                return "sessions that were counted twice";
        }
    }
}
