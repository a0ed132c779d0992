using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tools;
using StreamPlatform.Transcoder;

namespace StreamPlatform.Media.Tests.Transcoder;

public sealed class JobTests : IDisposable
{
    private static readonly PlanOptions TwoChunks = JobRunner.Small with { ChunkSeconds = 10, Workers = 2 };

    private readonly MediaFixture _media = new();
    private readonly JobRunner _jobs;

    public JobTests() => _jobs = new JobRunner(_media);

    public void Dispose() => _media.Dispose();

    [Fact]
    public async Task A_video_item_makes_every_frame_of_every_rung_on_the_grid()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("640x360", "30", 5), JobRunner.Small with { MaxHeight = 360 });

        var marker = await _jobs.MakeAsync(plan, "video-c0");

        Assert.Null(marker.Failure);
        Assert.Equal(["360p", "240p"], marker.Outputs.Select(output => output.Rendition));
        foreach (var output in marker.Outputs)
        {
            Assert.Equal([120, 30], output.Segments.Select(segment => segment.Samples));
            Assert.Equal([0, 120 * plan.Grid!.FrameTicks], output.Segments.Select(segment => segment.Start));
            Assert.StartsWith("avc1.64", output.Codecs, StringComparison.Ordinal);
        }

        Assert.NotNull(marker.FirstSegmentAt);
        Assert.Equal(1, _jobs.Progress(plan, "video-c0")!.Fraction);
    }

    [Fact]
    public async Task The_same_item_twice_gives_the_same_bytes()
    {
        var file = await Clips.VideoAsync("640x360", "30", 5);
        var first = await _jobs.PlanAsync(file, JobRunner.Small with { MaxHeight = 360 });
        var second = await _jobs.PlanAsync(file, JobRunner.Small with { MaxHeight = 360 }, "asset_2");
        foreach (var plan in new[] { first, second })
        {
            await _jobs.MakeAsync(plan, "video-c0");
            await _jobs.MakeAsync(plan, "audio");
        }

        Assert.Equal(_jobs.Digests(first), _jobs.Digests(second));
    }

    [Fact]
    public async Task Rungs_made_each_by_itself_have_the_bytes_they_have_together()
    {
        var file = await Clips.VideoAsync("640x360", "30", 5);
        var options = JobRunner.Small with { MaxHeight = 360 };
        var together = await _jobs.PlanAsync(file, options);
        var parts = await _jobs.PlanAsync(file, options, "asset_2");
        await _jobs.MakeAsync(together, "video-c0");
        foreach (var part in parts.Item("video-c0").Parts())
            Assert.Equal(part.Renditions, (await _jobs.MakeAsync(parts, part.Id)).Outputs.Select(output => output.Rendition));

        Assert.Equal(_jobs.Digests(together), _jobs.Digests(parts));
    }

    [Fact]
    public async Task Chunks_join_as_if_they_had_not_been_cut()
    {
        var file = await Clips.VideoAsync("320x180", "30000/1001", 21, "-g 47");
        var whole = await _jobs.PlanAsync(file);
        var cut = await _jobs.PlanAsync(file, TwoChunks);
        Assert.Equal(2, cut.Chunks.Count);

        var one = (await _jobs.MakeAsync(whole, "video-c0")).Outputs[0];
        var two = new[] { (await _jobs.MakeAsync(cut, "video-c0")).Outputs[0], (await _jobs.MakeAsync(cut, "video-c1")).Outputs[0] };

        Assert.Equal(one.InitHash, two[0].InitHash);
        Assert.Equal(one.InitHash, two[1].InitHash);
        var joined = two.SelectMany(output => output.Segments).ToList();
        Assert.Equal(one.Segments.Select(Timing), joined.Select(Timing));
        Assert.InRange((double)joined.Sum(segment => segment.Bytes) / one.Segments.Sum(segment => segment.Bytes), 0.97, 1.03);
        static (long Number, long Start, long Duration, int Samples) Timing(SegmentFacts facts) => (facts.Number, facts.Start, facts.Duration, facts.Samples);
    }

    [Fact]
    public async Task Audio_ends_with_the_video()
    {
        var file = await Clips.MakeAsync("mp4", "-f lavfi -i testsrc2=s=160x90:r=25:d=5 -f lavfi -i sine=d=2 -c:v libx264 -preset ultrafast -c:a aac");
        var plan = await _jobs.PlanAsync(file);
        var audio = Assert.Single((await _jobs.MakeAsync(plan, "audio")).Outputs);
        var seconds = audio.Segments.Sum(segment => segment.Duration) / (double)audio.Timescale;
        Assert.InRange(seconds, 4.96, 5.04);
    }

    [Fact]
    public async Task Video_that_ends_early_holds_its_last_picture()
    {
        var file = await Clips.MakeAsync("mp4", "-f lavfi -i testsrc2=s=160x90:r=25:d=2 -f lavfi -i sine=d=5 -c:v libx264 -preset ultrafast -c:a aac");
        var plan = await _jobs.PlanAsync(file);
        var video = Assert.Single((await _jobs.MakeAsync(plan, "video-c0")).Outputs);
        Assert.InRange(video.Segments.Sum(segment => segment.Samples), 124, 126);
    }

    [Fact]
    public async Task Pictures_are_taken_of_a_video_of_one_frame_too()
    {
        var plan = await _jobs.PlanAsync(
            await Clips.MakeAsync("mp4", "-f lavfi -i testsrc2=s=90x160:r=25 -frames:v 1 -c:v libx264"), JobRunner.Small with { Pictures = true });
        var marker = await _jobs.MakeAsync(plan, "pictures");
        Assert.Equal(
            [
                "poster.jpg", "thumbnail-10.jpg", "thumbnail-25.jpg", "thumbnail-50.jpg", "thumbnail-75.jpg", "thumbnail-90.jpg", "storyboard/000000.jpg",
            ],
            marker.Pictures);
    }

    [Fact]
    public async Task Nothing_is_left_in_scratch()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("160x90"));
        await _jobs.MakeAsync(plan, "audio");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_media.Scratch.Folder));
    }
}
