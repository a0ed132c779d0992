using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Tests.Contracts.Telemetry;

namespace StreamPlatform.Domain.Tests.Telemetry.Recounts;

/// <summary>Some of what the property test plants in memory, in SQLite.</summary>
public sealed class SqliteRecountTests
{
    [Fact]
    public async Task What_drifted_in_SQLite_is_repaired_wherever_the_recount_dies()
    {
        for (var seed = 0; seed < 4; seed++)
        {
            await using var house = new House();
            var shards = house.Get<IAggregateShards>();
            var day = new RecountedDay(seed, house.Get<ViewCounts>(), shards);
            await day.CountAsync(new GeneratedSessions(day.Random).Take(12));
            var before = await day.StoredAsync();
            await CopyAsync(shards, "video:asset_0#0", $"d|{RecountedDay.Day:yyyyMMdd}", "platform#0", $"d|{RecountedDay.Day:yyyyMMdd}");
            await CopyAsync(shards, "platform#0", $"h|{RecountedDay.Day:yyyyMMdd}23", "video:asset_1#0", $"h|{RecountedDay.Day:yyyyMMdd}04");
            Assert.NotEqual(before, await day.StoredAsync());

            day.DiesOneIn = 12;
            var found = (await day.RecountAsync()).Found;

            Assert.Equal((1L, found.Wrong), (found.Foreign, found.Repaired));
            Assert.Equal(before, await day.StoredAsync());
            Assert.Equal(0, (await day.RecountAsync()).Found.Wrong);
        }
    }

    private static async Task CopyAsync(IAggregateShards shards, string from, string id, string to, string toId)
    {
        var contents = await shards.LoadAsync(0, [new(from, false, [id]), new(to, true, [])], default);
        var head = contents[1].Head;
        await shards.WriteAsync(0, [new ShardWrite(to, head?.ETag, head?.Watermark ?? -1, head?.Watermark ?? -1, [new ShardDocument(toId, contents[0].Documents[0].Body)])], [], default);
    }
}
