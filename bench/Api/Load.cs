using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace StreamPlatform.Bench.Api;

/// <param name="P50Ms">Of the time from a request to the end of its answer.</param>
internal sealed record LoadFigures(double PerSecond, double P50Ms, double P99Ms);

/// <summary>Requests again and again, some at a time.</summary>
internal static class Load
{
    private const int AtATime = 16;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1), Measured = TimeSpan.FromSeconds(4);

    /// <param name="pathOf">Of the request with that number.</param>
    /// <exception cref="HttpRequestException">An answer was not 200.</exception>
    public static async Task<LoadFigures> RunAsync(HttpClient client, Func<int, string> pathOf, CancellationToken ct)
    {
        var numbers = new StrongBox<int>();
        await ForAsync(client, pathOf, numbers, Warm, ct);
        var began = Stopwatch.GetTimestamp();
        var times = await ForAsync(client, pathOf, numbers, Measured, ct);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        times.Sort();
        return new LoadFigures(times.Count / seconds, times[times.Count / 2], times[(int)(times.Count * 0.99)]);
    }

    private static async Task<List<double>> ForAsync(HttpClient client, Func<int, string> pathOf, StrongBox<int> numbers, TimeSpan time, CancellationToken ct)
    {
        var all = new ConcurrentBag<List<double>>();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, AtATime).Select(async _ =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetElapsedTime(began) < time)
            {
                var sent = Stopwatch.GetTimestamp();
                using var response = await client.GetAsync(pathOf(Interlocked.Increment(ref numbers.Value)), ct);
                response.EnsureSuccessStatusCode();
                await response.Content.LoadIntoBufferAsync(ct);
                mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            all.Add(mine);
        }));
        return [.. all.SelectMany(mine => mine)];
    }
}
