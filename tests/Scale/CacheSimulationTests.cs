using StreamPlatform.Bench.Scale.Cache;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Scale.Tests;

public sealed class CacheSimulationTests
{
    private static readonly Audience Small = new()
    {
        Name = "small",
        Catalogue = 200,
        ViewsPerHour = 1_000,
        SimulatedViewsPerHour = 1_000,
        CacheBytes = 1e15,
        WarmUpHours = 12,
        MeasuredHours = 12,
    };

    [Fact]
    public void The_least_recently_used_goes_first_by_bytes()
    {
        var cache = new LruCache(10);
        Assert.False(cache.Get(1, 4));
        Assert.False(cache.Get(2, 4));
        Assert.True(cache.Get(1, 4));
        Assert.False(cache.Get(3, 4)); // 2 goes: 1 was asked for since
        Assert.True(cache.Get(1, 4));
        Assert.False(cache.Get(2, 4)); // 3 goes
        Assert.True(cache.Get(1, 4));
        Assert.False(cache.Get(3, 4));
    }

    [Fact]
    public void What_is_larger_than_the_cache_does_not_stay()
    {
        var cache = new LruCache(10);
        Assert.False(cache.Get(1, 11));
        Assert.False(cache.Get(1, 11));
        Assert.False(cache.Get(2, 10));
        Assert.True(cache.Get(2, 10));
    }

    [Fact]
    public void Viewers_with_signatures_of_their_own_never_share() =>
        Assert.Equal(0, CacheSimulation.Run(Small, new SignatureScheme.PerViewer()).HitRate);

    [Fact]
    public void The_longer_the_bucket_the_more_is_shared_and_never_more_than_without_signatures()
    {
        double[] rates =
        [
            .. new[] { 5.0, 60, 720 }.Select(minutes => CacheSimulation.Run(Small, new SignatureScheme.Bucketed(TimeSpan.FromMinutes(minutes), false)).HitRate),
            CacheSimulation.Run(Small, new SignatureScheme.Unsigned()).HitRate,
        ];
        Assert.Equal(rates.Order(), rates);
        Assert.True(rates[0] < rates[3] - 0.2);
    }

    [Fact]
    public void A_run_gives_the_same_each_time() =>
        Assert.Equal(CacheSimulation.Run(Small, new SignatureScheme.Unsigned()), CacheSimulation.Run(Small, new SignatureScheme.Unsigned()));

    [Fact]
    public void Buckets_spread_by_folder_spare_the_origin_their_common_end()
    {
        var common = CacheSimulation.Run(Small, new SignatureScheme.Bucketed(SignatureBuckets.Length, false));
        var spread = CacheSimulation.Run(Small, new SignatureScheme.Bucketed(SignatureBuckets.Length, true));
        Assert.True(spread.OriginPeak < common.OriginPeak / 2, $"{spread.OriginPeak} against {common.OriginPeak}");
    }

    [Fact]
    public void The_platform_s_buckets_keep_95_percent_of_the_hit_rate_without_signatures()
    {
        var tables = new CacheTables();
        Assert.InRange(tables.Bucketed.HitRate / tables.Unsigned.HitRate, 0.95, 1);
    }
}
