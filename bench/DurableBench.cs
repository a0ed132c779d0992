using System.Diagnostics;
using StreamPlatform.Local.Durable;
using StreamPlatform.Local.Model;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Bench;

/// <summary>
/// Activities a second with full durability, beside the published limits of the Azure Storage provider (5 in sequence and
/// 100 in parallel, for one instance) and beside bare commits with <c>synchronous=FULL</c> on the same disk.
/// </summary>
public static class DurableBench
{
    private const double PublishedSequential = 5;
    private const double PublishedFanOut = 100;
    private static readonly TimeSpan s_span = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("bench-durable-");
        try
        {
            // Commits are measured before and after, so that a disk that slows down meanwhile is not held against either.
            var before = await CommitsAsync(Path.Combine(folder.FullName, "before.db"), cancellation);
            await using var engine = await StartAsync(Path.Combine(folder.FullName, "durable.db"), cancellation);
            await MeasureAsync(engine, "Sequence", 50, cancellation);
            var sequential = await MeasureAsync(engine, "Sequence", 1000, cancellation);
            var fanOut = await MeasureAsync(engine, "FanOut", 1000, cancellation);
            await engine.StopAsync(cancellation);
            var commits = (before + await CommitsAsync(Path.Combine(folder.FullName, "after.db"), cancellation)) / 2;

            return
            [
                BenchRow.Against("durable.sequential", sequential, "activities/s", PublishedSequential),
                BenchRow.Against("durable.fanout", fanOut, "activities/s", PublishedFanOut),
                BenchRow.Against("durable.sequentialVsCommits", sequential, "activities/s", commits),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<DurableEngine> StartAsync(string path, CancellationToken cancellation)
    {
        var engine = new DurableEngine(new DurableEngineOptions { DatabasePath = path });
        engine.RegisterActivity("Echo", (invocation, _) => Task.FromResult<object?>(invocation.GetInput<int>()));
        engine.RegisterOrchestrator("Sequence", async context =>
        {
            for (var i = 0; i < context.GetInput<int>(); i++)
                await context.CallActivityAsync<int>("Echo", i);
            return null;
        });
        engine.RegisterOrchestrator("FanOut", async context =>
        {
            await Task.WhenAll(Enumerable.Range(0, context.GetInput<int>()).Select(i => context.CallActivityAsync<int>("Echo", i)));
            return null;
        });
        await engine.StartAsync(cancellation);
        return engine;
    }

    /// <summary>Runs instances of <paramref name="count"/> activities, one after the other, for a while.</summary>
    private static async Task<double> MeasureAsync(
        DurableEngine engine, string orchestrator, int count, CancellationToken cancellation)
    {
        var activities = 0;
        var watch = Stopwatch.StartNew();
        do
        {
            var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, count, cancellation);
            var done = await engine.Client.WaitForInstanceCompletionAsync(id, cancellation);
            if (done.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
                throw new InvalidOperationException($"{orchestrator} ended {done.RuntimeStatus}.");
            activities += count;
        }
        while (watch.Elapsed < s_span);

        return activities / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Bare commits a second: one small row, awaited, at a time.</summary>
    private static async Task<double> CommitsAsync(string path, CancellationToken cancellation)
    {
        await using var database = await SqliteDatabase.OpenAsync(path, ["CREATE TABLE t(a INTEGER)"], cancellation);
        return await Task.Run(() => CountCommits(database.Path), cancellation);
    }

    private static double CountCommits(string path)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA synchronous=FULL");
        var commits = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < s_span / 2)
        {
            connection.Execute("INSERT INTO t VALUES($1)", commits);
            commits++;
        }

        return commits / watch.Elapsed.TotalSeconds;
    }
}
