using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Tests.Measuring;

public sealed class LadderChooserTests
{
    private static readonly TranscodePlanner Planner = new(new PlanOptions());

    [Fact]
    public void An_easy_title_is_made_in_far_fewer_bits_than_the_caps_allow()
    {
        var ladder = Choose((rung, crf) => (rung.BufferBits / 8 * Math.Pow(2, (17 - crf) / 6), 1 - (0.002 * Math.Pow(1.5, (crf - 17) / 6))));

        Assert.Equal(5, ladder.Video.Count);
        Assert.All(ladder.Video, rung => Assert.InRange(rung.Crf, 14, 21));
        Assert.Contains(ladder.Why, reason => reason.StartsWith("1080p: CRF", StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_that_is_hard_to_encode_gets_what_the_cap_allows()
    {
        // At CRF 23 four times the cap: two halvings, 12 CRF later, fit it.
        var ladder = Choose((rung, crf) => (rung.BufferBits * 2.0 * Math.Pow(2, (23 - crf) / 6), 1 - (0.05 * Math.Pow(2, (crf - 23) / 6))));

        Assert.All(ladder.Video, rung => Assert.InRange(rung.Crf, 35.4, 35.8));
    }

    [Fact]
    public void A_rung_with_hardly_fewer_bits_than_the_next_is_left_out_unless_playback_begins_on_it()
    {
        var bitrates = new Dictionary<string, double> { ["1080p"] = 3_000_000, ["720p"] = 1_500_000, ["480p"] = 1_450_000, ["360p"] = 1_400_000, ["240p"] = 395_000 };
        var ladder = Choose((rung, crf) => (bitrates[rung.Name] * Math.Pow(2, (17 - crf) / 6), 1 - (0.0005 * Math.Pow(1.5, (crf - 17) / 6))));

        Assert.Equal(["1080p", "720p", "360p", "240p"], ladder.Video.Select(rung => rung.Name));
        Assert.Contains(ladder.Why, reason => reason.StartsWith("480p is left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_measured_leaves_the_ladder_as_it_was_planned()
    {
        var plan = Plan();
        Assert.Equal(plan.Video, Planner.ChooseLadder(plan, []).Video);
        Assert.Equal(plan.Video, Planner.ChooseLadder(plan, [new RungMeasurement("1080p", 17, 1000, 0.9)]).Video);
    }

    [Fact]
    public void A_settled_plan_belongs_to_the_same_run_and_its_items_have_lost_the_rungs_that_were_dropped()
    {
        var plan = Plan();
        var settled = plan.Settled(new LadderChoice { Video = [.. plan.Video.Where(rung => rung.Name is not "480p").Select(rung => rung with { Crf = 30 })] });

        Assert.Equal(plan.RunId, settled.RunId);
        Assert.Equal(["1080p", "720p", "360p", "240p"], settled.Item("video-c0").Renditions);
        Assert.Equal(plan.Item("measure-0").Renditions, settled.Item("measure-0").Renditions);

        var few = new TranscodePlanner(new PlanOptions { Workers = 100 }).Plan("asset_1", 1, plan.Source, plan.Info).Value;
        var without = few.Settled(new LadderChoice { Video = [.. few.Video.Where(rung => rung.Name is not "480p")] });
        Assert.Equal(few.Items.Count(item => !item.Id.EndsWith("-480p", StringComparison.Ordinal)), without.Items.Count);
    }

    private static LadderChoice Choose(Func<VideoRendition, double, (double Bitrate, double Ssim)> title)
    {
        var plan = Plan();
        var points =
            from rung in plan.Video
            from crf in plan.Measure!.Crfs
            let at = title(rung, crf)
            select new RungMeasurement(rung.Name, crf, at.Bitrate, at.Ssim);
        return Planner.ChooseLadder(plan, [.. points]);
    }

    private static TranscodePlan Plan() => Planner.Plan(
        "asset_1",
        1,
        new SourceFile("uploads", "asset_1/upload_1", "0x1", 1_000_000, "film.mp4"),
        new SourceInfo
        {
            Container = "mov,mp4,m4a,3gp,3g2,mj2",
            DurationSeconds = 60,
            Bytes = 1_000_000,
            Video = new VideoTrack(0, "h264", 1920, 1080, 1920, 1080, new Rational(30, 1), "yuv420p", 0, false, null) { Frames = 1800, DurationSeconds = 60 },
        }).Value;
}
