using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Domain.Tests.Telemetry.Aggregates;

/// <summary>Numbers that a hub gives out again: because it was made anew, or restored to what it was.</summary>
public sealed class HubMadeAnewTests
{
    private readonly MemoryShards _shards = new(100);
    private readonly MemoryBlobs _blobs = new(TimeProvider.System);

    [Fact]
    public async Task A_hub_that_begins_at_0_again_counts_on()
    {
        Assert.False(await CountAsync(0, View(1, 0), View(2, 1), View(3, 2)));
        Assert.True(await CountAsync(0, View(4, 10), View(5, 11)));
        Assert.False(await CountAsync(2, View(6, 12)));

        Assert.Equal(6, await ViewsAsync());
    }

    [Fact]
    public async Task What_it_delivers_again_counts_once_whoever_counts_it()
    {
        await CountAsync(0, View(1, 0), View(2, 1), View(3, 2));
        for (var times = 0; times < 3; times++)
        {
            await CountAsync(0, View(4, 10), View(5, 11));
            await CountAsync(1, View(5, 11), View(6, 12));
        }

        Assert.Equal(6, await ViewsAsync());
    }

    [Fact]
    public async Task A_hub_that_was_restored_to_an_earlier_time_counts_on()
    {
        await CountAsync(0, View(1, 0), View(2, 1), View(3, 2));
        // It has forgotten the third, and gives its number to another; the second comes again.
        Assert.True(await CountAsync(1, View(2, 1), View(4, 60)));
        Assert.False(await CountAsync(1, View(2, 1), View(4, 60), View(5, 61)));

        Assert.Equal(5, await ViewsAsync());
    }

    [Fact]
    public async Task What_comes_again_of_the_same_hub_is_no_other_hub()
    {
        await CountAsync(0, View(1, 0), View(2, 5), View(3, 3));
        Assert.False(await CountAsync(1, View(2, 5), View(3, 3)));
        Assert.False(await CountAsync(0, View(1, 0), View(2, 5), View(3, 3), View(4, 500)));

        Assert.Equal(4, await ViewsAsync());
    }

    [Fact]
    public async Task The_archive_has_both_hubs_one_after_the_other()
    {
        await CountAsync(0, View(1, 0), View(2, 1));
        await CountAsync(0, View(3, 10), View(4, 11));

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var batches = await new TelemetryArchive(_blobs, TimeProvider.System).ReadAsync(today.AddDays(-1), today.AddDays(1), default).ToListAsync();
        Assert.Equal([0L, 1, 2, 3], batches.SelectMany(batch => batch.Messages).Select(message => message.Sequence));
    }

    /// <summary>Each time somebody who remembers nothing.</summary>
    private async Task<bool> CountAsync(int from, params byte[][] bodies)
    {
        using var count = new CountTelemetry(_shards, new TelemetryArchive(_blobs, TimeProvider.System), TimeProvider.System);
        return await count.CountAsync(3, [.. bodies.Select((body, place) => new HubMessage(from + place, body))], default);
    }

    private static byte[] View(int session, int minute)
    {
        var told = new Told();
        var at = Told.Began.AddMinutes(minute + 1).ToUnixTimeMilliseconds();
        return TelemetryRecordWriter.ToBytes(new BeaconRecord(
            told.Claims with { SessionId = $"ses_{session}", StartedAt = Told.Began.AddMinutes(minute) },
            new PlayerInfo("player", "1", "native"),
            at,
            [new PlaybackEvent(1, PlaybackEventType.Exit, at, new PlaybackTotals { WatchedMs = 40_000 })]));
    }

    private async Task<long> ViewsAsync() =>
        (await new Domain.Telemetry.Aggregates.Aggregates(_shards).ReadAsync(AggregateSubject.Platform, Grain.Day, Told.Began.AddDays(-1), Told.Began.AddDays(2), default)).Sum(day => day[Metric.Views]);
}
