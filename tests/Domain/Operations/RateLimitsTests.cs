using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Operations.Limits;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Operations;

/// <summary>No more than a bucket and what flows into it gets through in any time: whoever asks, however many at once, of however many instances.</summary>
public sealed class RateLimitsTests : IAsyncLifetime
{
    private static readonly RateLimit Ten = new("test", 10, TimeSpan.FromMinutes(1));

    private readonly House _house = new();

    private IDocuments Documents => _house.Get<IDocuments>();

    private FakeTimeProvider Clock => _house.Clock;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task In_no_window_does_one_process_let_more_through_than_its_bound(int seed)
    {
        var buckets = new TokenBuckets(Clock);
        var passed = await AskAsync(seed, () => Task.FromResult(buckets.Take(Ten, "somebody").Allowed));

        AssertBound(passed, Ten, instances: 1);
        Assert.InRange(passed.Count, Ten.Quota, int.MaxValue);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Instances_that_share_a_bucket_together_let_no_more_through_than_one(int seed)
    {
        var instances = Enumerable.Range(0, 3).Select(_ => new SharedBuckets(Documents, Clock)).ToList();
        var next = 0;
        var passed = await AskAsync(
            seed, async () => (await instances[Interlocked.Increment(ref next) % instances.Count].TakeAsync(Ten, "somebody", default)).Allowed, steps: 25);

        AssertBound(passed, Ten, instances: 1);
        Assert.InRange(passed.Count, Ten.Quota, int.MaxValue);
    }

    [Fact]
    public async Task Instances_that_count_for_themselves_let_through_so_many_times_the_bound()
    {
        var instances = Enumerable.Range(0, 3).Select(_ => new TokenBuckets(Clock)).ToList();
        var next = 0;
        var passed = await AskAsync(6, () => Task.FromResult(instances[Interlocked.Increment(ref next) % instances.Count].Take(Ten, "somebody").Allowed));

        AssertBound(passed, Ten, instances.Count);
    }

    [Fact]
    public void What_is_left_and_when_to_come_again_is_told_and_true()
    {
        var buckets = new TokenBuckets(Clock);
        for (var left = 9; left >= 0; left--)
        {
            Assert.Equal(left, buckets.Take(Ten, "somebody").Left);
        }

        var refused = buckets.Take(Ten, "somebody");
        Assert.False(refused.Allowed);
        Assert.Equal(TimeSpan.FromSeconds(6), refused.RetryIn);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.FullIn);

        Clock.Advance(refused.RetryIn - TimeSpan.FromTicks(1));
        Assert.False(buckets.Take(Ten, "somebody").Allowed);
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(buckets.Take(Ten, "somebody").Allowed);
        Assert.True(buckets.Take(Ten, "somebody else").Allowed);
        Assert.True(buckets.Take(Ten with { Name = "other" }, "somebody").Allowed);
    }

    [Fact]
    public void A_clock_that_is_set_back_locks_nobody_out_for_longer_than_an_empty_bucket()
    {
        var buckets = new TokenBuckets(Clock);
        var before = new TokenBuckets(new FakeTimeProvider(Clock.GetUtcNow().AddDays(1)));
        before.Take(Ten, "somebody");
        buckets.Restore(before.Used(10));

        Assert.Equal(TimeSpan.FromSeconds(6), buckets.Take(Ten, "somebody").RetryIn);
        Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.False(buckets.Take(Ten, "somebody").Allowed);
        Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        Assert.Equal(9, buckets.Take(Ten, "somebody").Left);
    }

    [Fact]
    public async Task What_was_counted_goes_on_in_the_next_process()
    {
        var options = new RateLimitOptions { PerUser = 2 };
        var first = new RateLimits(options, Documents, Clock);
        Assert.True(first.OfUser("user_1")!.Value.Allowed && first.OfUser("user_1")!.Value.Allowed);
        await first.SaveAsync(default);

        var next = new RateLimits(options, Documents, Clock);
        await next.RestoreAsync(default);
        Assert.False(next.OfUser("user_1")!.Value.Allowed);
        Assert.True(next.OfUser("user_2")!.Value.Allowed);

        Clock.Advance(TimeSpan.FromMinutes(1));
        var later = new RateLimits(options, Documents, Clock);
        await later.RestoreAsync(default);
        Assert.True(later.OfUser("user_1")!.Value.Allowed);
    }

    [Fact]
    public async Task A_limit_of_nothing_lets_everything_through()
    {
        var limits = new RateLimits(new RateLimitOptions { PerAddress = 0, PerUser = 0, PerToken = 0, Guarded = 0 }, Documents, Clock);

        Assert.Null(limits.OfAddress("203.0.113.9"));
        Assert.Null(limits.OfUser("user_1"));
        Assert.Null(limits.OfToken("key"));
        Assert.Null(await limits.OfGuardedAsync("SignIn", "203.0.113.9", default));
        Assert.Throws<ArgumentException>(() => new RateLimitOptions { PerUser = -1 }.Validated());
    }

    /// <summary>Bursts of requests at once, with pauses between: some none, some of more than a window.</summary>
    /// <returns>When each got through.</returns>
    private async Task<List<DateTimeOffset>> AskAsync(int seed, Func<Task<bool>> askAsync, int steps = 200)
    {
        var (random, passed) = (new Random(seed), new List<DateTimeOffset>());
        for (var step = 0; step < steps; step++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Task.Run(askAsync)));
            passed.AddRange(answers.Where(allowed => allowed).Select(_ => Clock.GetUtcNow()));
            Clock.Advance(TimeSpan.FromMilliseconds(random.Next(4) switch { 0 => 0, 1 => random.Next(6000), 2 => random.Next(20_000), _ => random.Next(90_000) }));
        }

        return passed;
    }

    /// <summary>Of every window from one that got through to another: what is between them is no more than the bucket and what flowed in.</summary>
    private static void AssertBound(List<DateTimeOffset> passed, RateLimit limit, int instances)
    {
        for (var first = 0; first < passed.Count; first++)
        {
            for (var last = first; last < passed.Count; last++)
            {
                var bound = instances * (limit.Quota + Math.Floor((passed[last] - passed[first]) / limit.Window * limit.Quota));
                Assert.True(last - first + 1 <= bound, $"{last - first + 1} got through in {passed[last] - passed[first]}, and {bound} may.");
            }
        }
    }
}
