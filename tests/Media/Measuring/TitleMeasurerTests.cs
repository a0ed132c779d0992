using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tests.Transcoder;

namespace StreamPlatform.Media.Tests.Measuring;

public sealed class TitleMeasurerTests : IDisposable
{
    private readonly MediaFixture _media = new();

    public void Dispose() => _media.Dispose();

    [Fact]
    public async Task Each_rung_is_measured_at_three_qualities_and_the_ladder_follows_from_it()
    {
        var jobs = new JobRunner(_media);
        var plan = await jobs.PlanAsync(
            await Clips.MakeAsync("mp4", "-f lavfi -i testsrc2=s=640x360:r=25:d=14 -vf noise=alls=10:allf=t -c:v libx264 -preset ultrafast -b:v 3M -pix_fmt yuv420p"),
            JobRunner.Small with { MaxHeight = 360, PerTitle = true });

        var found = (await jobs.MakeAsync(plan, "measure")).Measurements;

        Assert.Equal(["360p", "240p"], found.Select(point => point.Rendition).Distinct());
        foreach (var rung in found.GroupBy(point => point.Rendition))
        {
            var points = rung.OrderBy(point => point.Crf).ToList();
            Assert.Equal([15, 22, 30], points.Select(point => point.Crf));
            Assert.True(points[0].Bitrate > points[1].Bitrate && points[1].Bitrate > points[2].Bitrate && points[2].Bitrate > 10_000);
            Assert.True(points[0].Ssim > points[1].Ssim && points[1].Ssim > points[2].Ssim && points[0].Ssim is < 1 and > 0.8);
        }

        var ladder = new TranscodePlanner(new PlanOptions()).ChooseLadder(plan, found);
        Assert.All(ladder.Video, rung => Assert.NotEqual(23, rung.Crf));
    }

    [Fact]
    public async Task A_source_that_can_not_be_measured_says_so_and_nothing_more()
    {
        var jobs = new JobRunner(_media);
        var plan = await jobs.PlanAsync(await Clips.VideoAsync("320x180", "25", 13), JobRunner.Small with { PerTitle = true });
        var broken = plan with { Info = plan.Info with { Video = plan.Info.Video! with { StreamIndex = 7 } } };
        await jobs.WritePlanAsync(broken);

        await jobs.RunAsync(JobRunner.Deliver(broken, "measure"));

        Assert.Equal("measure.failed", jobs.Marker(broken, "measure")!.Failure!.Code);
    }
}
