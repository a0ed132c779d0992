using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Bench.Search;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Local.Stores;
using StreamPlatform.Tests.Contracts.Search;

namespace StreamPlatform.Bench;

/// <summary>
/// Searches and suggestions in process among 100,000 videos, one after the other, each beside FTS5 asked for the same words in
/// a table of the same titles. What counts is the time that 95 of 100 stay under.
/// </summary>
internal static class SearchBench
{
    private const int Videos = 100_000, Searches = 2000, Batch = 500;

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("stream-bench-").FullName;
        try
        {
            List<IndexedVideo> videos = [.. new GeneratedVideos(seed: 5).Take(Videos)];
            await using var services = new ServiceCollection().AddSingleton<TimeProvider>(new HastyClock()).AddLocalStores(folder).BuildServiceProvider();
            await FillAsync(services, videos, ct);
            await using var plain = await PlainIndex.FillAsync(Path.Combine(folder, "plain.db"), videos, ct);
            var index = services.GetRequiredService<IPublicIndex>();
            var typed = new TypedSearches(seed: 6, videos);
            List<TypedSearch> searches = [.. Enumerable.Range(0, Searches).Select(_ => typed.Next())];

            // Once for the caches, as a platform that serves has them.
            await SearchAsync(index, searches.Take(Searches / 10), ct);
            var (ours, bare) = (await SearchAsync(index, searches, ct), plain.Search(searches.Select(search => search.Query.Text)));
            foreach (var kind in searches.Zip(ours).GroupBy(pair => pair.First.Kind, pair => pair.Second))
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"search, {kind.Key}: p50 {At([.. kind], 0.5):0.00} ms, p95 {At([.. kind], 0.95):0.00} ms"));
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"search: p50 {At(ours, 0.5):0.00} ms, p95 {At(ours, 0.95):0.00} ms, p99 {At(ours, 0.99):0.00} ms"));

            var found = await FoundAsync(index, typed, ct);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"a title with one letter mistyped: among the first ten {found:0.000}"));

            List<string> beginnings = [.. Enumerable.Range(0, Searches).Select(_ => typed.Beginning())];
            await SuggestAsync(index, beginnings.Take(Searches / 10), ct);
            var (suggested, begun) = (await SuggestAsync(index, beginnings, ct), plain.Begin(beginnings));
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"suggestions: p50 {At(suggested, 0.5):0.00} ms, p95 {At(suggested, 0.95):0.00} ms, p99 {At(suggested, 0.99):0.00} ms"));
            return
            [
                BenchRow.Against("search.p95", At(ours, 0.95), "ms", At(bare, 0.95)),
                BenchRow.Against("search.suggest", At(suggested, 0.95), "ms", At(begun, 0.95)),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(IServiceProvider services, List<IndexedVideo> videos, CancellationToken ct)
    {
        var (generations, generation) = (services.GetRequiredService<IIndexGenerations>(), new IndexGeneration("1", default));
        var watch = Stopwatch.StartNew();
        await generations.BeginAsync(generation, ct);
        foreach (var batch in videos.Chunk(Batch))
            await generations.FillAsync(generation, batch, ct);
        await generations.SwitchAsync(generation, ct);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Videos} videos in {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    private static async Task<List<double>> SearchAsync(IPublicIndex index, IEnumerable<TypedSearch> searches, CancellationToken ct)
    {
        var times = new List<double>();
        foreach (var search in searches)
        {
            var begun = Stopwatch.GetTimestamp();
            await index.SearchAsync(search.Query, ct);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return times;
    }

    private static async Task<List<double>> SuggestAsync(IPublicIndex index, IEnumerable<string> beginnings, CancellationToken ct)
    {
        var times = new List<double>();
        foreach (var beginning in beginnings)
        {
            var begun = Stopwatch.GetTimestamp();
            await index.SuggestAsync(beginning, SuggestTitles.MaxSuggestions * 2, ct);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return times;
    }

    /// <summary>Of 1,000 mistyped titles, the part that is found.</summary>
    private static async Task<double> FoundAsync(IPublicIndex index, TypedSearches typed, CancellationToken ct)
    {
        const int Titles = 1000;
        var found = 0;
        for (var i = 0; i < Titles; i++)
        {
            var (video, query) = typed.MistypedTitle();
            found += (await index.SearchAsync(query, ct)).Items.Any(hit => hit.AssetId == video.AssetId) ? 1 : 0;
        }

        return (double)found / Titles;
    }

    private static double At(List<double> times, double part) => times.Order().ElementAt((int)(part * (times.Count - 1)));

    /// <summary>By which nothing is recent: the index is measured, not the memory before it (<see cref="RecentHits"/>).</summary>
    private sealed class HastyClock : TimeProvider
    {
        private long _now;

        public override long GetTimestamp() => Interlocked.Add(ref _now, (long)(2 * RecentHits.Longest.TotalSeconds * TimestampFrequency));
    }
}
