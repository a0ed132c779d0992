using StreamPlatform.Bench.Scale.Backlog;
using StreamPlatform.Bench.Scale.Cache;

namespace StreamPlatform.Bench.Scale;

/// <summary>The sheet and the simulations of docs/scale.md. Nothing is measured: all of it follows from the inputs.</summary>
internal static class ScaleBench
{
    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var book = PlatformModel.Create();
        var (cache, backlog) = (new CacheTables(), new BacklogTables(book));
        foreach (var (name, table) in ScalePage.Tables(book, cache, backlog))
            await Console.Error.WriteLineAsync($"{name}\n{table}\n".AsMemory(), ct);
        return [.. Derived(book), .. Rows(cache), .. backlog.Results.SelectMany(result => Rows(result, backlog.ItemSeconds))];
    }

    private static IEnumerable<BenchRow> Derived(Sheet.Workbook book) => book.Sections.SelectMany(book.In)
        .Where(figure => figure.From is not null)
        .Select(figure => new BenchRow($"scale.{figure.Name}", figure.Value, figure.Unit.Text, null, null));

    private static BenchRow[] Rows(CacheTables cache) =>
    [
        BenchRow.Against("cache.bucketed", cache.Bucketed.HitRate, "of bytes", cache.Unsigned.HitRate),
        BenchRow.Against("cache.bucketed1h", cache.Hourly.HitRate, "of bytes", cache.Unsigned.HitRate),
        BenchRow.Against("cache.perViewer", cache.PerViewer.HitRate, "of bytes", cache.Unsigned.HitRate),
    ];

    /// <summary>How long the slowest twentieth waits against what its work takes, and cores paid against cores that worked.</summary>
    private static BenchRow[] Rows(BacklogResult result, double itemSeconds)
    {
        var name = FormattableString.Invariant($"backlog.{result.Load.Key}.{result.Scaler.MaxJobs}.poll{result.Scaler.PollSeconds}");
        return
        [
            BenchRow.Against($"{name}.wait95", result.Wait95, "s", itemSeconds),
            BenchRow.Against($"{name}.paid", result.BilledCoreSeconds, "core-s", result.WorkCoreSeconds),
        ];
    }
}
