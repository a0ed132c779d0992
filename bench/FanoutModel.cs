using System.Globalization;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Bench;

/// <summary>
/// The planner's cost model, fitted to runs: an item uses <paramref name="Start"/> CPU-s and <paramref name="Scale"/> times
/// what the planner expects beyond a start (sound by itself), and takes <paramref name="Latency"/> s and
/// <paramref name="Slowness"/> s for each CPU-s. Before the first and after the last item pass <paramref name="Fixed"/> s.
/// </summary>
internal sealed record FanoutModel(double Start, double Scale, double Audio, double Latency, double Slowness, double Fixed)
{
    /// <summary>
    /// From runs of one job at a time, with a core of its own, as workers elsewhere have: two that share a machine's caches
    /// take more processor time for the same work, which is neither a start nor the work's.
    /// </summary>
    /// <param name="whole">Of minutes: tells what work costs.</param>
    /// <param name="tiny">Of one second: what its items take is nearly all start.</param>
    public static FanoutModel Fit((PlatformRun Run, TranscodePlan Plan) whole, (PlatformRun Run, TranscodePlan Plan) tiny)
    {
        (PlatformRun Run, TranscodePlan Plan)[] runs = [whole, tiny];
        var (start, scale) = Line(runs.SelectMany(run => Items(run.Run, "video")
            .Select(item => (run.Plan.Item(item.Id).ExpectedCpuSeconds - CostModel.JobStart, item.CpuSeconds))).ToList());
        var audio = (Items(whole.Run, "audio").Single().CpuSeconds - Items(tiny.Run, "audio").Single().CpuSeconds)
            / (whole.Plan.Info.DurationSeconds - tiny.Plan.Info.DurationSeconds);
        var (latency, slowness) = Line(runs.SelectMany(run => run.Run.Items).Where(item => item.WallSeconds is not null).Select(item => (item.CpuSeconds, item.WallSeconds!.Value)).ToList());
        var model = new FanoutModel(start, scale, audio, Math.Max(latency, 0), slowness, 0);
        return model with { Fixed = Math.Max(0, whole.Run.Ready - model.Makespan(whole.Plan, 1)) };
    }

    public double CpuSeconds(TranscodePlan plan) => plan.Items.Sum(item => Cpu(plan, item));

    /// <summary>Seconds from the commit until ready.</summary>
    public double Makespan(TranscodePlan plan, int workers) =>
        Fixed + Schedule.Makespan(plan.Items.Select(item => Latency + Slowness * Cpu(plan, item)), workers);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"model: an item takes {Start:0.00} CPU-s + {Scale:0.00} × the planner's, sound {Audio * 60:0.0} CPU-s a minute; {Latency:0.00} s + {Slowness:0.00} s a CPU-s; {Fixed:0.00} s around all");

    private double Cpu(TranscodePlan plan, WorkItemSpec item) => item.Kind == WorkItemKind.Audio
        ? Start + Audio * plan.Info.DurationSeconds
        : Start + Scale * Math.Max(0, item.ExpectedCpuSeconds - CostModel.JobStart);

    private static IEnumerable<PlatformItem> Items(PlatformRun run, string kind) => run.Items.Where(item => item.Id.StartsWith(kind, StringComparison.Ordinal));

    /// <summary>Least squares.</summary>
    private static (double Offset, double Slope) Line(IReadOnlyList<(double X, double Y)> points)
    {
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        var slope = points.Sum(point => (point.X - x) * (point.Y - y)) / points.Sum(point => (point.X - x) * (point.X - x));
        return (y - slope * x, slope);
    }
}
