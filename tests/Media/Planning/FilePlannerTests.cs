using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Tests.Planning;

public sealed class FilePlannerTests
{
    private static readonly PlanPrices Prices = new(CpuHour: 3.6m, GigabyteMonth: 2m);

    [Fact]
    public async Task A_file_is_planned_as_it_would_be_once_uploaded_and_measured_on_demand()
    {
        var file = await Clips.VideoAsync("320x180", "25", 13);
        var planner = new FilePlanner(new MediaOptions(), new ProbeOptions(), new PlanOptions { Workers = 1 }, TimeProvider.System);

        var planned = (await planner.PlanAsync(file, EncodingChoice.Default, null, measure: false, default)).Value;
        var settled = (await planner.PlanAsync(file, EncodingChoice.Default, null, measure: true, default)).Value;

        Assert.Equal(["180p"], planned.Video.Select(rung => rung.Name));
        Assert.Equal(23, planned.Video[0].Crf);
        Assert.NotEqual(23, settled.Video[0].Crf);
        Assert.Equal(planned.RunId, settled.RunId);
        Assert.True(File.Exists(file));
        var sound = (await planner.PlanAsync(file, new EncodingChoice { Profile = "audio" }, null, measure: false, default)).Value;
        Assert.Empty(sound.Video);
        Assert.NotEmpty(sound.Audio);
    }

    [Fact]
    public async Task What_is_no_video_is_refused_as_an_upload_of_it_would_be()
    {
        var file = Clips.NewPath("txt");
        await File.WriteAllTextAsync(file, "bread, milk");
        var planner = new FilePlanner(new MediaOptions(), new ProbeOptions(), new PlanOptions(), TimeProvider.System);

        Assert.Equal("source.not_media", (await planner.PlanAsync(file, EncodingChoice.Default, null, measure: false, default)).Error?.Code);
    }

    [Fact]
    public async Task Costs_follow_from_the_items_the_caps_and_the_prices()
    {
        var planner = new FilePlanner(new MediaOptions(), new ProbeOptions(), new PlanOptions { Workers = 1 }, TimeProvider.System);
        var plan = (await planner.PlanAsync(await Clips.VideoAsync("320x180", "25", 13), EncodingChoice.Default, null, measure: false, default)).Value;
        var (video, audio) = (new VideoRendition("180p", "h264", 320, 180, 23, 0, 2_000_000, "veryfast", "high"), plan.Audio[0] with { Bitrate = 200_000 });
        var made = plan with
        {
            Video = [video],
            Audio = [audio],
            Grid = plan.Grid! with { TotalFrames = 250 },
            Items = [new WorkItemSpec("audio", WorkItemKind.Audio, WorkPriority.Normal, 0, 1, [], 1500), new WorkItemSpec("video-c0", WorkItemKind.Video, WorkPriority.Normal, 0, 1, [], 500)],
        };

        // 1 Mbit/s and 0.2 over ten seconds.
        Assert.Equal(new PlanCost(2000, 1_500_000, 2m, 0.003m), PlanCost.Of(made, Prices));
        Assert.Contains("2000 CPU-s: $2.0000", PlanText.Print(made, Prices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watermark_is_looked_at_and_planned_with()
    {
        var planner = new FilePlanner(new MediaOptions(), new ProbeOptions(), new PlanOptions { Workers = 1 }, TimeProvider.System);
        var file = await Clips.VideoAsync("320x180", "25", 13);
        var png = await File.ReadAllBytesAsync(await Clips.MakeAsync("png", "-f lavfi -i color=red:s=100x50 -frames:v 1"));

        var plain = (await planner.PlanAsync(file, EncodingChoice.Default, null, measure: false, default)).Value;
        var marked = (await planner.PlanAsync(file, EncodingChoice.Default, (png, WatermarkCorner.TopLeft), measure: false, default)).Value;

        Assert.Equal(WatermarkCorner.TopLeft, marked.Choice?.Watermark?.Corner);
        Assert.NotEqual(plain.RunId, marked.RunId);
        Assert.Equal("watermark.unreadable", (await planner.PlanAsync(file, EncodingChoice.Default, ("no image"u8.ToArray(), default), measure: false, default)).Error?.Code);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, 0.0, true)]
    [InlineData(1000.0, 0.0, false)]
    [InlineData(0.0, 1000.0, true)]
    [InlineData(0.0, null, true)]
    public async Task What_costs_more_than_its_owner_or_else_the_platform_allows_is_a_question(double? owner, double? platform, bool asks)
    {
        var file = await Clips.VideoAsync("320x180", "25", 13);
        var options = new PlanOptions { Workers = 1, Prices = Prices, CostCap = (decimal?)platform };
        var plan = (await new FilePlanner(new MediaOptions(), new ProbeOptions(), options, TimeProvider.System).PlanAsync(
            file, new EncodingChoice { CostCap = (decimal?)owner }, null, measure: false, default)).Value;

        Assert.Equal(asks ? new CostQuestion(Math.Round(PlanCost.Of(plan, Prices).MakeDollars, 4), 0) : null, plan.Question);
        Assert.Equal(asks, PlanText.Print(plan, Prices).Contains("wait for its owner's yes", StringComparison.Ordinal));
        Assert.Equal(plan.RunId, (plan with { Question = null }).RunId);
    }
}
