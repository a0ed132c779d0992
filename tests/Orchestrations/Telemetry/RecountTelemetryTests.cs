using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Functions.Telemetry.Truth;
using StreamPlatform.Orchestrations.Tests.Support;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Orchestrations.Tests.Telemetry;

/// <summary>The nightly workflow on the real engine and SQLite.</summary>
public sealed class RecountTelemetryTests
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(GeneratedSessions.Begin.UtcDateTime);

    [Fact]
    public async Task The_night_finds_repairs_and_reports_what_drifted_and_leaves_nothing_behind()
    {
        await using var workshop = await Workshop.OpenAsync();
        var shards = workshop.Get<IAggregateShards>();
        var clock = new FakeTimeProvider(GeneratedSessions.Begin.AddHours(1));
        using var count = new CountTelemetry(shards, new TelemetryArchive(workshop.Blobs, clock), clock);
        await count.CountAsync(0, [.. new GeneratedSessions(new Random(1)).Take(20).Select((record, n) => new HubMessage(n, TelemetryRecordWriter.ToBytes(record)))], default);
        var before = await CountedState.OfAsync(shards);
        var content = (await shards.LoadAsync(0, [new("platform#0", true, []), new("video:asset_0#0", false, [$"d|{Day:yyyyMMdd}"])], default)).ToList();
        var head = content[0].Head!;
        await shards.WriteAsync(0, [new ShardWrite("platform#0", head.ETag, head.Watermark, head.Watermark, [content[1].Documents[0]])], [], default);
        Assert.NotEqual(before, await CountedState.OfAsync(shards));

        clock.SetUtcNow(new DateTimeOffset(Day.AddDays(4).ToDateTime(new TimeOnly(3, 30)), TimeSpan.Zero));
        var nightly = new RecountNightly(new RecountReports(workshop.Get<IDocuments>(), clock));
        await nightly.RunAsync(null!, workshop.Engine.Client, default);
        await nightly.RunAsync(null!, workshop.Engine.Client, default);
        foreach (var counted in new[] { Day, Day.AddDays(-6) })
            await workshop.Engine.WaitAsync($"telemetry-{counted:yyyyMMdd}-{Day.AddDays(4):yyyyMMdd}03");

        var reports = (await workshop.Get<RecountReports>().ListAsync(new(null, 10), default)).Items;
        Assert.Equal(0, Assert.Single(reports, other => other.Day == Day.AddDays(-6)).Found.Windows);
        var report = Assert.Single(reports, other => other.Day != Day.AddDays(-6));
        Assert.Equal((Day, 1, 0L, 1L, 1L), (report.Day, report.Partitions, report.LackingMessages, report.Found.Different, report.Found.Repaired));
        var drift = Assert.Single(report.Found.Samples);
        Assert.Equal(("platform#0", Grain.Day, DriftKind.Different), (drift.Shard, drift.Grain, drift.Kind));
        Assert.Equal(before, await CountedState.OfAsync(shards));
        Assert.DoesNotContain(workshop.Blobs.Paths, path => path.Container == Containers.TelemetryRecount);
    }
}
