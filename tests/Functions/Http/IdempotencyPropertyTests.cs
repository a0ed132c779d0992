using System.Collections.Concurrent;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Http;

/// <summary>However often a request comes at once, and whatever becomes of its tries: it is done once, never twice at a time, and everybody gets the one answer.</summary>
public sealed class IdempotencyPropertyTests : IAsyncLifetime
{
    private const int Keys = 6, AtOnce = 6;

    private readonly FunctionsHouse _house = new();
    private readonly Caller _caller = new("user_1", "user_1", Role.Creator, CredentialKind.ApiKey, "key");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Duplicates_at_once_are_done_once(int seed)
    {
        var random = new Random(seed);
        var courses = Enumerable.Range(0, Keys).Select(key => new Course($"key-{key}", random.Next())).ToList();

        await Task.WhenAll(courses.SelectMany(course => Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => ClientAsync(course)))));

        Assert.All(courses, course =>
        {
            Assert.Single(course.Made.Distinct());
            Assert.Equal(AtOnce, course.Answers.Count);
            Assert.Single(course.Answers.Distinct());
            Assert.Equal(1, course.Successes);
        });
        Assert.Equal(Keys, courses.SelectMany(course => course.Made).Distinct().Count());
    }

    /// <summary>Sends the request until it is answered: again after failures, and when told that it is still being done.</summary>
    private async Task ClientAsync(Course course)
    {
        // On a machine that is busy with other things whoever does it may not come to its turn for many tries.
        for (var started = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(1);)
        {
            var request = Request("POST", "things");
            request.Headers["Idempotency-Key"] = course.Key;
            try
            {
                var answer = await _house.Get<IdempotentRequests>().RunAsync(request, _caller, "hash", course.HandleAsync, default);
                if (answer.Status == 201)
                {
                    course.Answers.Add(answer.Body);
                    return;
                }
            }
            catch (TimeoutException)
            {
                // The try died; the client doesn't know whether before or after it was done.
            }

            await Task.Yield();
        }

        Assert.Fail("Never answered.");
    }

    /// <summary>What is asked for with one key.</summary>
    private sealed class Course(string key, int seed)
    {
        private readonly Random _random = new(seed);
        private int _running;
        private int _successes;

        public string Key => key;

        /// <summary>The things that its tries made, by their id.</summary>
        public ConcurrentBag<string> Made { get; } = [];

        public ConcurrentBag<string> Answers { get; } = [];

        public int Successes => _successes;

        public async Task<JsonAnswer> HandleAsync(string? id)
        {
            Assert.Equal(1, Interlocked.Increment(ref _running));
            try
            {
                var fate = _random.Next(5);
                await Task.Yield();
                if (fate == 0)
                {
                    return new JsonAnswer(409);
                }

                Made.Add(id!);
                await Task.Yield();
                if (fate < 3)
                {
                    throw new TimeoutException();
                }

                Interlocked.Increment(ref _successes);
                return new JsonAnswer(201, new { id });
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        }
    }
}
