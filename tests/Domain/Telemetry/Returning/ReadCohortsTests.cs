using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Telemetry.Returning;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Tests.Telemetry.Returning;

public sealed class ReadCohortsTests
{
    private const int Days = 34;

    private static readonly DateTimeOffset First = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Who_came_back_is_who_watched_again_and_whoever_cannot_be_known_again_is_in_none_of_it(int seed)
    {
        var random = new Random(seed);
        var (told, lasting, all) = (new Told(), Empty(), Empty());
        for (var viewer = 0; viewer < 120; viewer++)
        {
            var (remembered, zeal) = (random.NextDouble() < 0.7, random.NextDouble() * 0.6);
            for (var day = 0; day < Days; day++)
            {
                for (var times = random.NextDouble() < zeal ? random.Next(1, 3) : 0; times > 0; times--)
                {
                    // The lowest bit is set of those who are the same another day.
                    var id = remembered ? (2UL * (ulong)viewer) + 1 : 2 * (((ulong)day << 20) + (ulong)viewer);
                    Watch(told, id, First.AddDays(day).AddMinutes(random.Next(1400)));
                    all[day].Add(id);
                    if (remembered)
                        lasting[day].Add(id);
                }
            }
        }

        var cohorts = await new ReadCohorts(await told.CountAsync(), new FakeTimeProvider(First.AddDays(Days))).ReadAsync(First, Days, default);

        Assert.Equal(Days, cohorts.Count);
        for (var day = 0; day < Days; day++)
        {
            Assert.Equal((First.AddDays(day), lasting[day].Count), (cohorts[day].Day, cohorts[day].Known));
            Assert.InRange(cohorts[day].Viewers, all[day].Count - 2, all[day].Count + 2);
            Assert.Equal(Exact(day, 1), cohorts[day].Day1);
            Assert.Equal(Exact(day, 7), cohorts[day].Day7);
            Assert.Equal(Exact(day, 30), cohorts[day].Day30);
        }

        ReturnRate? Exact(int day, int later) =>
            day + later >= Days || lasting[day].Count == 0 ? null : new ReturnRate((double)lasting[day].Count(lasting[day + later].Contains) / lasting[day].Count, 0, lasting[day].Count);
    }

    [Fact]
    public async Task A_rate_is_told_once_its_day_is_over_and_days_to_come_are_none()
    {
        var told = new Told();
        Watch(told, 1, First);
        Watch(told, 1, First.AddDays(1));

        var read = new ReadCohorts(await told.CountAsync(), new FakeTimeProvider(First.AddDays(1).AddHours(23)));
        Assert.Equal([null, null], (await read.ReadAsync(First, 5, default)).Select(cohort => cohort.Day1));

        read = new ReadCohorts(await told.CountAsync(), new FakeTimeProvider(First.AddDays(2)));
        Assert.Equal(new ReturnRate(1, 0, 1), (await read.ReadAsync(First, 5, default))[0].Day1);
    }

    private static List<HashSet<ulong>> Empty() => [.. Enumerable.Range(0, Days).Select(_ => new HashSet<ulong>())];

    private static void Watch(Told told, ulong viewer, DateTimeOffset at)
    {
        var claims = told.Claims with { SessionId = $"ses_{Guid.NewGuid():n}", Viewer = viewer, StartedAt = at };
        told.Beacon(claims, "1", new PlaybackEvent(1, PlaybackEventType.Heartbeat, at.AddSeconds(40).ToUnixTimeMilliseconds(), new PlaybackTotals { WatchedMs = 40_000 }));
    }
}
