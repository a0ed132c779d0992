using System.Diagnostics;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Waits for something another process does: asks again until it holds or the limit passes.</summary>
internal static class Eventually
{
    public static async Task<T> GetAsync<T>(Func<Task<T?>> ask, TimeSpan limit, string what)
        where T : class
    {
        var clock = Stopwatch.StartNew();
        for (; ; )
        {
            if (await ask() is { } answer)
                return answer;
            if (clock.Elapsed > limit)
                throw new TimeoutException($"Not within {limit.TotalSeconds} s: {what}.");
            await Task.Delay(100);
        }
    }

    public static Task HoldsAsync(Func<Task<bool>> ask, TimeSpan limit, string what) =>
        GetAsync(async () => await ask() ? string.Empty : null, limit, what);
}
