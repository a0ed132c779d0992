using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Tests.Planning;

public sealed class FanOutTests
{
    [Theory]
    [InlineData(600, 2)]
    [InlineData(600, 8)]
    [InlineData(600, 30)]
    [InlineData(3600, 30)]
    [InlineData(36000, 64)]
    public void Workers_end_within_a_quarter_of_the_ideal_for_hardly_more_processor_time(double seconds, int workers)
    {
        var plan = Plan(seconds, workers);
        var least = Cost(Plan(seconds, 1));
        Assert.InRange(Schedule.Makespan(plan.Items.Select(item => item.ExpectedCpuSeconds), workers), 0, 1.25 * least / workers);
        Assert.InRange(Cost(plan), 0, 1.08 * least);
    }

    [Fact]
    public void Only_workers_that_would_be_idle_may_cost_more()
    {
        var (few, many) = (Plan(12, 2), Plan(12, 16));
        Assert.InRange(Cost(few), 0, 1.08 * Cost(Plan(12, 1)));
        Assert.True(Cost(many) > 1.08 * Cost(few));
        Assert.True(Schedule.Makespan(many.Items.Select(item => item.ExpectedCpuSeconds), 16) < 0.75 * Schedule.Makespan(few.Items.Select(item => item.ExpectedCpuSeconds), 16));
        Assert.Contains(many.Why, reason => reason.Contains("idle", StringComparison.Ordinal));
    }

    [Fact]
    public void The_processor_time_that_spreading_may_take_is_a_setting()
    {
        var strict = Plan(600, 30, maxOverhead: 1.015);
        Assert.InRange(strict.Chunks.Count, 10, Plan(600, 30).Chunks.Count - 1);
        Assert.InRange(Cost(strict), 0, 1.015 * Cost(Plan(600, 1)));
    }

    [Fact]
    public void A_rung_of_2160p_is_an_item_of_its_own()
    {
        var plan = Plan(60, 2, 3840, 2160);
        Assert.All(Videos(plan), item => Assert.Equal(item.Renditions.Contains("2160p"), item.Renditions.Count == 1));
        Assert.Equal(2, Videos(plan).Count(item => item.FirstChunk == 0));
    }

    [Fact]
    public void The_timeline_is_queued_from_its_beginning_unless_another_order_is_much_quicker()
    {
        var usual = Plan(600, 2);
        Assert.Equal(Videos(usual).Select(item => item.FirstChunk).Order(), Videos(usual).Select(item => item.FirstChunk));

        var uneven = Plan(40, 4, 3840, 2160);
        var costs = uneven.Items.Where(item => item.Kind is not (WorkItemKind.HeadStart or WorkItemKind.Measure)).Select(item => item.ExpectedCpuSeconds).ToList();
        Assert.Equal(costs.OrderDescending(), costs);
        Assert.Equal(WorkItemKind.HeadStart, uneven.Items[0].Kind);
    }

    [Fact]
    public void Slower_presets_and_codecs_are_expected_to_cost_more()
    {
        var rung = new VideoRendition("720p", "h264", 1280, 720, 23, 1, 1, "veryfast", "high");
        double[] costs =
        [
            CostModel.Encode(rung with { Preset = "ultrafast" }, 100), CostModel.Encode(rung, 100), CostModel.Encode(rung with { Preset = "medium" }, 100),
            CostModel.Encode(rung with { Codec = "hevc", Preset = "medium" }, 100), CostModel.Encode(rung with { Codec = "av1", Preset = "8" }, 100),
        ];
        Assert.Equal(costs.Order(), costs);
        Assert.Equal(costs.Length, costs.Distinct().Count());
    }

    [Fact]
    public void A_long_video_for_many_workers_is_planned_at_once()
    {
        Plan(60, 2);
        var began = TimeProvider.System.GetTimestamp();
        Plan(12 * 3600, 1000);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 2);
    }

    private static IEnumerable<WorkItemSpec> Videos(TranscodePlan plan) => plan.Items.Where(item => item.Kind == WorkItemKind.Video);

    private static double Cost(TranscodePlan plan) => plan.Items.Sum(item => item.ExpectedCpuSeconds);

    private static TranscodePlan Plan(double seconds, int workers, int width = 1920, int height = 1080, double maxOverhead = 1.08) =>
        new TranscodePlanner(new PlanOptions { Workers = workers, MaxOverhead = maxOverhead, PerTitle = false }).Plan("asset_1", 1, new SourceFile("uploads", "a/b", "e", 1, "film.mp4"), new SourceInfo
        {
            Container = "mov,mp4,m4a,3gp,3g2,mj2",
            DurationSeconds = seconds,
            Bytes = (long)(seconds * 1_000_000),
            Video = new VideoTrack(0, "h264", width, height, width, height, new Rational(30, 1), "yuv420p", 0, false, null) { Frames = (long)(seconds * 30), DurationSeconds = seconds },
            Audio = [new AudioTrack(1, "aac", 2, 48000, "und")],
        }).Value;
}
