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
    /// <param name="info">The source of both runs, whose chunks have different lengths.</param>
    /// <param name="alone">One job at a time, with a core of its own: how long a job takes for its processor time is told by this, as workers elsewhere have theirs.</param>
    /// <param name="both">Two at a time, that share their cores with the platform and its storage.</param>
    public static FanoutModel Fit(SourceInfo info, (PlatformRun Run, TranscodePlan Plan) alone, (PlatformRun Run, TranscodePlan Plan) both)
    {
        (PlatformRun Run, TranscodePlan Plan)[] runs = [alone, both];
        var video = runs.SelectMany(run => run.Run.Items.Where(item => item.Id.StartsWith("video", StringComparison.Ordinal))
            .Select(item => (Expected: run.Plan.Item(item.Id).ExpectedCpuSeconds - CostModel.JobStart, Used: item.CpuSeconds))).ToList();
        var (start, scale) = Line(video);
        var audio = runs.Average(run => run.Run.Items.Single(item => item.Id == "audio").CpuSeconds);
        var (latency, slowness) = Line(alone.Run.Items.Where(item => item.WallSeconds is not null).Select(item => (item.CpuSeconds, item.WallSeconds!.Value)).ToList());
        var model = new FanoutModel(start, scale, (audio - start) / info.DurationSeconds, Math.Max(latency, 0), slowness, 0);
        return model with { Fixed = Math.Max(0, alone.Run.Ready - model.Makespan(alone.Plan, 1)) };
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

    /// <summary>Least squares.</summary>
    private static (double Offset, double Slope) Line(IReadOnlyList<(double X, double Y)> points)
    {
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        var slope = points.Sum(point => (point.X - x) * (point.Y - y)) / points.Sum(point => (point.X - x) * (point.X - x));
        return (y - slope * x, slope);
    }
}
