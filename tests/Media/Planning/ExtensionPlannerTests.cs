using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Tests.Planning;

public sealed class ExtensionPlannerTests
{
    private static readonly SourceFile Source = new("uploads", "asset_1/upload_1", "0x1", 1_000_000, "film.mp4");
    private static readonly ExtensionPlanner Planner = new(new PlanOptions());

    [Theory]
    [InlineData(1280, 720, DynamicRange.Standard, "720p 480p 360p 240p 720p-hevc 480p-hevc 720p-av1 480p-av1 360p-av1")]
    [InlineData(608, 1080, DynamicRange.Standard, "480p 360p 240p 480p-hevc 480p-av1 360p-av1")]
    [InlineData(640, 480, DynamicRange.Pq, "480p 360p 240p 480p-hevc-hdr 480p-av1-hdr 360p-av1-hdr")]
    [InlineData(160, 120, DynamicRange.Standard, "120p")]
    public void What_can_be_had_is_every_codec_and_nothing_enlarged(int width, int height, DynamicRange range, string expected) =>
        Assert.Equal(expected, string.Join(' ', Planner.Offer(new SourcePicture(width, height) { Range = range }, null).Select(rung => rung.Name)));

    [Fact]
    public void What_the_profile_would_have_made_is_made_as_it_would_have() => Assert.Equal(
        ("medium", "veryfast"),
        (Planner.Offer(new SourcePicture(640, 360), new EncodingChoice { Profile = "balanced" })[0].Preset, Planner.Offer(new SourcePicture(640, 360), null)[0].Preset));

    [Fact]
    public void Of_sound_alone_there_is_nothing_to_have() =>
        Assert.Empty(Planner.Offer(new SourcePicture(640, 360), new EncodingChoice { Profile = "audio" }));

    [Fact]
    public void Only_what_is_wanted_is_made_on_the_timeline_that_is_published()
    {
        var plan = Planner.Plan(Order(seconds: 60)).Value;

        Assert.Equal(["720p-av1"], plan.Video.Select(rung => rung.Name));
        Assert.Empty(plan.Audio);
        Assert.All(plan.Items, item => Assert.Equal((WorkItemKind.Video, WorkPriority.Normal), (item.Kind, item.Priority)));
        Assert.Null(plan.Measure);
        Assert.Equal(("1-published", 1), (plan.Extends!.BaseRunId, plan.Extends.Number));
        Assert.Equal([["720p-av1"]], RequiredRenditions.Of(plan));
        Assert.Equal(plan.RunId, Planner.Plan(Order(seconds: 60)).Value.RunId);
        Assert.NotEqual(plan.RunId, Planner.Plan(Order(seconds: 60, number: 2)).Value.RunId);
    }

    [Fact]
    public void What_nobody_waits_for_goes_last() => Assert.All(
        Planner.Plan(Order(seconds: 60, isEconomy: true)).Value.Items, item => Assert.Equal(WorkPriority.Low, item.Priority));

    [Fact]
    public void A_rung_that_is_made_anew_keeps_its_key_frames_as_the_one_before_it_did() => Assert.Equal(
        ["360p"], Planner.Plan(Order(seconds: 60, wanted: "360p")).Value.KeyFrames!.Renditions);

    [Theory]
    [InlineData(59)]
    [InlineData(61)]
    public void Another_timeline_than_the_published_one_is_noticed(double seconds) =>
        Assert.Equal("rendition.timeline_changed", Planner.Plan(Order(seconds) with { Published = Published(60) }).Error!.Code);

    [Fact]
    public void Another_rate_is_noticed() =>
        Assert.Equal("rendition.timeline_changed", Planner.Plan(Order(60, rate: 25) with { Published = Published(60) }).Error!.Code);

    [Fact]
    public void A_rung_above_the_original_is_refused() =>
        Assert.Equal("rendition.unknown", Planner.Plan(Order(60, wanted: "1080p-av1")).Error!.Code);

    [Fact]
    public void A_video_that_is_a_part_of_its_original_is_extended_by_that_part()
    {
        var order = Order(60) with { Choice = new EncodingChoice { Trim = new TrimChoice { Start = 10, End = 40 } }, Published = Published(30) };
        Assert.Equal(900, Planner.Plan(order).Value.Grid!.TotalFrames);
        Assert.Equal("rendition.timeline_changed", Planner.Plan(order with { Choice = null }).Error!.Code);
    }

    [Fact]
    public void More_than_the_cost_cap_allows_is_refused_to_who_asks_and_not_to_who_pays()
    {
        var capped = new EncodingChoice { CostCap = 0 };
        Assert.Equal("rendition.cost_cap", Planner.Plan(Order(60) with { Choice = capped }).Error!.Code);
        Assert.True(Planner.Plan(Order(60, isEconomy: true) with { Choice = capped }).Succeeded);
    }

    private static ExtensionOrder Order(double seconds, string wanted = "720p-av1", int number = 1, bool isEconomy = false, int rate = 30) => new(
        new ExtensionRun("asset_1", 1, number, [new WantedRung(wanted)], isEconomy),
        Source,
        new SourceInfo
        {
            Container = "mov,mp4",
            DurationSeconds = seconds,
            Bytes = 1_000_000,
            Video = new VideoTrack(0, "h264", 1280, 720, 1280, 720, new Rational(rate, 1), "yuv420p", 0, false, null) { DurationSeconds = seconds, Frames = (long)(seconds * rate) },
        },
        null,
        Published(seconds));

    /// <summary>As the planner's grid for 30 frames a second has it: 10,020 ticks a second, segments of 120 frames.</summary>
    private static Presentation Published(double seconds)
    {
        var ticks = (long)(seconds * 10_020);
        return new Presentation
        {
            AssetId = "asset_1",
            RunId = "1-published",
            Complete = true,
            DurationSeconds = seconds,
            TargetSegmentSeconds = 4,
            Video =
            [
                new PresentedVideo
                {
                    Name = "720p", Codecs = "avc1.64001F", Timescale = 10_020, AverageBitrate = 1, PeakBitrate = 1, Width = 1280, Height = 720, FrameRate = new Rational(30, 1),
                    Segments = [.. Enumerable.Range(0, (int)((ticks + 40_079) / 40_080)).Select(n => new PresentedSegment("s", "i", n * 40_080L, Math.Min(40_080, ticks - (n * 40_080L)), 1))],
                },
            ],
            Audio = [],
            KeyFrames =
            [
                new PresentedKeyFrames
                {
                    Name = "360p-keys", Rendition = "360p", Codecs = "avc1.64001F", Timescale = 10_020, AverageBitrate = 1, PeakBitrate = 1, Width = 640, Height = 360, InitName = "i", Blobs = [],
                },
            ],
        };
    }
}
