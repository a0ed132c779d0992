using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Tests.Planning;

public sealed class PlanningTests
{
    private static readonly SourceFile Source = new("uploads", "asset_1/upload_1", "0x1", 1_000_000, "film.mp4");

    [Theory]
    [InlineData(1920, 1080, "1080p 1920×1080, 720p 1280×720, 480p 854×480, 360p 640×360, 240p 426×240")]
    [InlineData(3840, 2160, "2160p 3840×2160, 1080p 1920×1080, 720p 1280×720, 480p 854×480, 360p 640×360, 240p 426×240")]
    [InlineData(1080, 1920, "1080p 1080×1920, 720p 720×1280, 480p 480×854, 360p 360×640, 240p 240×426")]
    [InlineData(7680, 4320, "2160p 3840×2160, 1080p 1920×1080, 720p 1280×720, 480p 854×480, 360p 640×360, 240p 426×240")]
    [InlineData(768, 432, "360p 640×360, 240p 426×240")]
    [InlineData(161, 121, "120p 160×120")]
    [InlineData(176, 144, "144p 176×144")]
    [InlineData(1, 1, "2p 2×2")]
    public void Rungs_keep_the_aspect_and_never_enlarge(int width, int height, string expected) =>
        Assert.Equal(expected, string.Join(", ", Plan(width, height).Video.Select(rung => $"{rung.Name} {rung.Width}×{rung.Height}")));

    [Theory]
    [InlineData(30, 1, 10020, 334, 60)]
    [InlineData(25, 1, 10000, 400, 50)]
    [InlineData(60, 1, 10020, 167, 120)]
    [InlineData(30000, 1001, 30000, 1001, 60)]
    [InlineData(24000, 1001, 24000, 1001, 48)]
    [InlineData(60000, 1001, 60000, 1001, 120)]
    [InlineData(25, 2, 10000, 800, 25)]
    public void The_timeline_is_exact(int numerator, int denominator, int timescale, int ticks, int gop)
    {
        var grid = Plan(640, 360, new Rational(numerator, denominator)).Grid!;
        Assert.Equal((timescale, ticks, gop, gop * 2), (grid.Timescale, grid.FrameTicks, grid.GopFrames, grid.SegmentFrames));
        Assert.Equal((double)numerator / denominator, (double)grid.Timescale / grid.FrameTicks, 12);
    }

    [Fact]
    public void Interlaced_video_shows_each_field() =>
        Assert.Equal(new Rational(50, 1), Plan(720, 576, new Rational(25, 1), change: video => video with { Interlaced = true }).Grid!.FrameRate);

    [Theory]
    [InlineData(5, 2)]
    [InlineData(60, 2)]
    [InlineData(60.3, 3)]
    [InlineData(599.99, 2)]
    [InlineData(3600, 100)]
    public void Chunks_are_whole_segments_without_gap_or_overlap(double seconds, int workers)
    {
        var plan = Plan(1920, 1080, seconds: seconds, options: new PlanOptions { Workers = workers });
        long frame = 0;
        foreach (var chunk in plan.Chunks)
        {
            Assert.Equal(frame, chunk.StartFrame);
            Assert.Equal(0, chunk.StartFrame % plan.Grid!.SegmentFrames);
            Assert.Equal(chunk == plan.Chunks[^1], chunk.FrameCount is null);
            frame += chunk.FrameCount ?? 0;
        }

        Assert.True(plan.Grid!.TotalFrames > frame);
    }

    [Fact]
    public void A_minute_for_two_workers_is_two_items_of_all_rungs()
    {
        var plan = Plan(1920, 1080, seconds: 60, options: new PlanOptions { Workers = 2 });
        Assert.Equal(["head", "measure-0", "measure-1", "audio", "video-c0", "video-c1", "pictures"], plan.Items.Select(item => item.Id));
        Assert.Equal(5, plan.Item("video-c1").Renditions.Count);
        Assert.Equal(["360p", plan.Audio[0].Name], plan.Item("head").Renditions);
        Assert.Equal((WorkPriority.High, WorkPriority.Normal), (plan.Item("head").Priority, plan.Item("audio").Priority));
        Assert.Equal(2L * plan.Grid!.SegmentFrames, plan.Item("head").FrameLimit);
        Assert.InRange(plan.Items.Where(item => item.Kind == WorkItemKind.Video).Sum(item => item.ExpectedCpuSeconds), 90, 115);
    }

    [Fact]
    public void A_minute_for_one_worker_is_one_item() => Assert.Equal(
        ["head", "measure", "audio", "video-c0", "pictures"],
        Plan(1920, 1080, seconds: 60, options: new PlanOptions { Workers = 1 }).Items.Select(item => item.Id));

    [Fact]
    public void Every_rung_of_every_chunk_is_made_once()
    {
        foreach (var (height, workers) in new[] { (2160, 2), (2160, 50), (1080, 2), (100, 9) })
        {
            var plan = Plan(height * 16 / 9, height, seconds: 100, options: new PlanOptions { Workers = workers });
            var made = plan.Items.Where(item => item.Kind == WorkItemKind.Video)
                .SelectMany(item => item.Renditions.Select(rung => (item.FirstChunk, rung))).ToList();
            Assert.Equal(plan.Chunks.Count * plan.Video.Count, made.Distinct().Count());
            Assert.Equal(made.Count, made.Distinct().Count());
        }
    }

    [Fact]
    public void A_container_without_an_index_is_not_cut() =>
        Assert.Single(Plan(1920, 1080, seconds: 600, container: "mpegts").Chunks);

    [Fact]
    public void A_short_video_needs_no_head_start_and_goes_first_itself()
    {
        var plan = Plan(640, 360, seconds: 8);
        Assert.DoesNotContain(plan.Items, item => item.Kind == WorkItemKind.HeadStart);
        Assert.All(plan.Items, item => Assert.Equal(WorkPriority.High, item.Priority));
    }

    [Fact]
    public void Audio_only_is_encoded_by_one_item_and_heard_by_another()
    {
        var plan = new TranscodePlanner(new PlanOptions()).Plan("asset_1", 1, Source, Info(1, 1, new Rational(25, 1), 60, "wav") with { Video = null }).Value;
        Assert.Null(plan.Grid);
        Assert.Equal(["audio", "pictures"], plan.Items.Select(item => item.Id));
        Assert.Null(plan.Pictures);
        Assert.NotNull(plan.Waveform);
    }

    [Fact]
    public void Tracks_of_one_language_have_names_of_their_own()
    {
        var info = Info(640, 360, new Rational(25, 1), 60, "mov,mp4") with { Audio = [new(1, "aac", 2, 48000, "en"), new(2, "aac", 2, 48000, "en"), new(3, "ac3", 6, 48000, "de")] };
        var plan = new TranscodePlanner(new PlanOptions()).Plan("asset_1", 1, Source, info).Value;
        Assert.Equal(
            ["en-128k", "en-64k", "en-128k-2", "en-64k-2", "de-128k", "de-64k", "de-384k-51"],
            plan.Audio.Select(audio => audio.Name));
        Assert.Equal(["English", "English 2", "German"], plan.Audio.Select(audio => audio.Label).Distinct());
        Assert.All(plan.Audio, audio => Assert.Equal(audio.SourceStreamIndex == 1, audio.IsDefault));
    }

    [Fact]
    public void A_plan_survives_being_stored_and_prints()
    {
        var plan = Plan(1920, 1080, seconds: 60);
        var read = JsonSerializer.Deserialize<TranscodePlan>(JsonSerializer.Serialize(plan, DomainJson.Options), DomainJson.Options)!;
        Assert.Equal(plan.RunId, read.RunId);
        Assert.Equal(plan.Grid, read.Grid);
        Assert.Contains("video-c0", PlanText.Print(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_setting_is_named()
    {
        var e = Assert.Throws<InvalidOperationException>(() => PlanOptions.Read(name => name == "Processing:ChunkSeconds" ? "-1" : null));
        Assert.Contains("Processing__ChunkSeconds", e.Message, StringComparison.Ordinal);
    }

    private static TranscodePlan Plan(
        int width, int height, Rational? rate = null, double seconds = 60, PlanOptions? options = null, string container = "mov,mp4,m4a,3gp,3g2,mj2", Func<VideoTrack, VideoTrack>? change = null)
    {
        var info = Info(width, height, rate ?? new Rational(30, 1), seconds, container);
        info = info with { Video = change?.Invoke(info.Video!) ?? info.Video };
        return new TranscodePlanner(options ?? new PlanOptions()).Plan("asset_1", 1, Source, info).Value;
    }

    private static SourceInfo Info(int width, int height, Rational rate, double seconds, string container) => new()
    {
        Container = container,
        DurationSeconds = seconds,
        Bytes = 1_000_000,
        Video = new VideoTrack(0, "h264", width, height, width, height, rate, "yuv420p", 0, false, null) { Frames = (long)(seconds * rate.Value), DurationSeconds = seconds },
        Audio = [new AudioTrack(1, "aac", 2, 48000, "und")],
    };
}
