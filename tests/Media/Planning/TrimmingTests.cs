using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Tests.Planning;

public sealed class TrimmingTests
{
    private static readonly SourceFile Source = new("uploads", "asset_1/upload_1", "0x1", 1_000_000, "film.mp4");

    [Theory]
    [InlineData(null, null, 0, 1800)]
    [InlineData(10.0, null, 10, 1500)]
    [InlineData(null, 20.0, 0, 600)]
    [InlineData(10.01, 20.01, 10, 300)]
    public void The_timeline_is_as_long_as_the_part_to_the_nearest_frame(double? start, double? end, double begins, long frames)
    {
        var plan = Plan(new TrimChoice(start, end)).Value;
        Assert.Equal((begins, frames), (plan.Info.TrimmedSeconds, plan.Grid!.TotalFrames));
        Assert.Empty(plan.Info.Warnings);
        Assert.Equal(plan.Info.DurationSeconds, plan.Info.Video!.DurationSeconds);
    }

    [Fact]
    public void A_start_beyond_the_end_is_refused_and_an_end_beyond_it_told()
    {
        Assert.Equal("encoding.trim_outside", Plan(new TrimChoice(60)).Error!.Code);
        Assert.Equal("encoding.trim_outside", Plan(new TrimChoice(59.5, 90)).Error!.Code);
        Assert.Contains("lasts 60", Plan(new TrimChoice(100)).Error!.Message, StringComparison.Ordinal);

        foreach (var trim in new[] { new TrimChoice(null, 90), new TrimChoice(10, 90) })
        {
            var plan = Plan(trim).Value;
            Assert.Equal(["encoding.trim_clamped"], plan.Info.Warnings.Select(warning => warning.Code));
            Assert.Equal(60 - (trim.Start ?? 0), plan.Info.DurationSeconds);
        }
    }

    [Fact]
    public void Sound_that_goes_on_after_the_picture_is_no_part_of_a_video() =>
        Assert.Equal("encoding.trim_outside", Plan(new TrimChoice(40), info => info with { Video = info.Video! with { DurationSeconds = 30 } }).Error!.Code);

    [Fact]
    public void The_whole_of_a_file_shorter_than_any_part_may_be_asked_for() =>
        Assert.Equal(0.5, Plan(new TrimChoice(0, 5), info => info with { DurationSeconds = 0.5, Video = info.Video! with { DurationSeconds = 0.5 } }).Value.Info.DurationSeconds);

    [Fact]
    public void A_plan_without_a_trim_is_what_it_was_and_one_with_another_trim_is_another_run()
    {
        var (none, one, other) = (Plan(null).Value, Plan(new TrimChoice(10)).Value, Plan(new TrimChoice(11)).Value);
        Assert.DoesNotContain("trim", System.Text.Json.JsonSerializer.Serialize(none, DomainJson.Options), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, new[] { none, one, other }.Select(plan => plan.RunId).Distinct().Count());
    }

    [Fact]
    public void Where_an_original_cannot_be_read_from_the_middle_what_comes_before_costs_too()
    {
        var (tables, stream) = (Plan(new TrimChoice(50)).Value, Plan(new TrimChoice(50), info => info with { Container = "mpegts" }).Value);
        Assert.True(Cost(stream) > 2.5 * Cost(tables), $"{Cost(stream)} {Cost(tables)}");

        static double Cost(TranscodePlan plan) => plan.Items.Where(item => item.Kind == WorkItemKind.Video).Sum(item => item.ExpectedCpuSeconds) - plan.Items.Where(item => item.Kind == WorkItemKind.Video).Sum(item => plan.Video.Sum(rung => CostModel.Encode(rung, plan.Grid!.TotalFrames)));
    }

    private static Result<TranscodePlan> Plan(TrimChoice? trim, Func<SourceInfo, SourceInfo>? change = null)
    {
        var info = new SourceInfo
        {
            Container = "mov,mp4",
            DurationSeconds = 60,
            Bytes = 1_000_000,
            Video = new VideoTrack(0, "h264", 640, 360, 640, 360, new Rational(30, 1), "yuv420p", 0, false, null) { Frames = 1800, DurationSeconds = 60 },
            Audio = [new AudioTrack(1, "aac", 2, 48000, "und")],
        };
        return new TranscodePlanner(new PlanOptions { Workers = 1 }).Plan("asset_1", 1, Source, change?.Invoke(info) ?? info, trim is null ? null : new EncodingChoice { Trim = trim });
    }
}
