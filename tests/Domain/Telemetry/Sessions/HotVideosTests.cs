using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Domain.Tests.Telemetry.Sessions;

public sealed class HotVideosTests
{
    [Fact]
    public void Only_what_begins_beyond_the_bound_of_a_minute_is_spread()
    {
        var clock = new FakeTimeProvider();
        var hot = new HotVideos(clock);
        for (var i = 0; i < HotVideos.SessionsPerMinute; i++)
            Assert.Equal(0, hot.BucketOf("asset_1", $"ses_{i}"));
        var spread = Enumerable.Range(0, 500).Select(i => hot.BucketOf("asset_1", $"ses_{i}")).Distinct().Order().ToList();
        Assert.Equal(Enumerable.Range(1, HotVideos.Buckets), spread);
        Assert.Equal(0, hot.BucketOf("asset_2", "ses_1"));

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, hot.BucketOf("asset_1", "ses_1"));
    }
}
