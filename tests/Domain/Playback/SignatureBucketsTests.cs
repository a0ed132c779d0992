using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Tests.Playback;

public sealed class SignatureBucketsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void All_who_ask_within_a_bucket_get_the_same_end()
    {
        var end = SignatureBuckets.EndFor("asset/run/", Noon);
        var begin = end - SignatureBuckets.Length;

        Assert.InRange(Noon, begin, end.AddTicks(-1));
        Assert.Equal(end, SignatureBuckets.EndFor("asset/run/", begin));
        Assert.Equal(end, SignatureBuckets.EndFor("asset/run/", end.AddSeconds(-1)));
        Assert.Equal(end + SignatureBuckets.Length, SignatureBuckets.EndFor("asset/run/", end));
    }

    [Fact]
    public void A_folder_s_buckets_are_the_same_on_every_machine_and_after_every_restart() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 15, 24, 46, TimeSpan.Zero), SignatureBuckets.EndFor("asset/run/", Noon));

    [Fact]
    public void Folders_end_their_buckets_at_moments_spread_over_all_of_a_bucket()
    {
        var quarters = Enumerable.Range(0, 4_000)
            .GroupBy(i => (int)((SignatureBuckets.EndFor($"asset{i}/run/", Noon) - Noon) / (SignatureBuckets.Length / 4)))
            .ToDictionary(quarter => quarter.Key, quarter => quarter.Count());

        Assert.All(Enumerable.Range(0, 4), quarter => Assert.InRange(quarters[quarter], 800, 1_200));
    }
}
