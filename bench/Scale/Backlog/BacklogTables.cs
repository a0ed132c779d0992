using StreamPlatform.Bench.Scale.Sheet;

namespace StreamPlatform.Bench.Scale.Backlog;

/// <summary>A hundredth of the sheet's items, under the loads and limits that the page shows.</summary>
internal sealed class BacklogTables
{
    private const double Slice = 100;
    private static readonly JobScaler[] Scalers = [new(1_000), new(2_000), new(8_000), new(8_000) { PollSeconds = 5 }];
    private readonly double _corePrice;

    public BacklogTables(Workbook book)
    {
        _corePrice = book["coreHourPrice"] + book["jobMemory"] * book["memoryPrice"];
        var rate = book["items"] / Slice;
        ItemSeconds = book["cores"] / book["items"];
        Results =
        [
            .. new[] { Arrivals.Steady(rate), Arrivals.Daily(rate), Arrivals.Burst(rate) }
                .SelectMany(_ => Scalers, (arrivals, scaler) => (arrivals, scaler)).AsParallel().AsOrdered()
                .Select(run => BacklogSimulation.Run(run.arrivals, run.scaler, ItemSeconds)),
        ];
    }

    /// <summary>Loads by limits.</summary>
    public IReadOnlyList<BacklogResult> Results { get; }

    /// <summary>Mean work of an item on a core.</summary>
    public double ItemSeconds { get; }

    public string Table() => SheetTables.Table(
        "| load | most jobs | poll | items | longest backlog | wait, median | 95 % | 99 % | waiting at the day's end | $ | paid against worked |\n|---|---|---|---|---|---|---|---|---|---|---|",
        Results.Select(result => FormattableString.Invariant(
            $"| {result.Load.Name} | {result.Scaler.MaxJobs:#,0} | {result.Scaler.PollSeconds} s | {result.Items:#,0} | {result.LongestBacklog:#,0} | {Wait(result.WaitMedian)} | {Wait(result.Wait95)} | {Wait(result.Wait99)} | {result.Left:#,0} | {result.BilledCoreSeconds / 3600 * _corePrice:#,0} | {result.Overhead:0.00} |")));

    private static string Wait(double seconds) => seconds < 600
        ? FormattableString.Invariant($"{seconds:0} s")
        : FormattableString.Invariant($"{seconds / 60:0} min");
}
