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

        Assert.Equal(Media(first), Media(second));
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

        Assert.Equal(Media(together), Media(parts));
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
    public async Task An_item_that_is_over_is_only_taken_off_the_queue()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("160x90"));
        await _jobs.MakeAsync(plan, "audio");
        _media.Blobs.BeforeWrite = path => Assert.Fail($"{path} was written.");
        var held = JobRunner.Deliver(plan, "audio", 2);
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(held));
        Assert.True(held.Deleted);
    }

    [Fact]
    public async Task A_run_with_a_tombstone_writes_nothing()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("160x90"));
        await _media.Blobs.WriteAsync(JobRunner.PathsOf(plan).Tombstone, default, "", default);
        var before = _media.Blobs.Paths.Count;
        var held = JobRunner.Deliver(plan, "video-c0");

        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(held));

        Assert.True(held.Deleted);
        Assert.Equal(before, _media.Blobs.Paths.Count);
    }

    [Fact]
    public async Task A_run_that_was_erased_is_forgotten()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("160x90"));
        await _media.Blobs.DeleteAsync(JobRunner.PathsOf(plan).Plan, default);
        var held = JobRunner.Deliver(plan, "video-c0");
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(held));
        Assert.True(held.Deleted);
    }

    [Fact]
    public async Task An_item_that_died_half_way_goes_on_and_never_lists_less()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("320x180", "30", 21));
        var paths = JobRunner.PathsOf(plan);
        using var death = new CancellationTokenSource();
        _media.Blobs.BeforeWrite = path =>
        {
            if (path == paths.Segment(WorkItemKind.Video, "180p", 3))
                death.Cancel();
        };
        var dead = JobRunner.Deliver(plan, "video-c0");
        Assert.Equal(ExitCode.Fault, await _jobs.RunAsync(dead, ct: death.Token));
        Assert.Equal(TimeSpan.Zero, dead.Released);
        var listed = _jobs.Progress(plan, "video-c0")?.Outputs.SelectMany(output => output.Segments).Count() ?? 0;

        var shortest = int.MaxValue;
        _media.Blobs.BeforeWrite = path =>
        {
            if (path == paths.Marker("video-c0"))
                return;
            shortest = Math.Min(shortest, _jobs.Progress(plan, "video-c0")?.Outputs.SelectMany(output => output.Segments).Count() ?? 0);
        };
        var marker = await _jobs.MakeAsync(plan, "video-c0");

        Assert.True(shortest >= listed);
        Assert.Equal(Enumerable.Range(0, 6).Select(number => (long)number), marker.Outputs[0].Segments.Select(segment => segment.Number));
    }

    [Fact]
    public async Task A_source_that_was_replaced_fails_the_item_for_good()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("160x90"));
        await _media.Blobs.WriteAsync(new BlobPath(plan.Source.Container, plan.Source.BlobName), new byte[5], "", default);
        await _jobs.RunAsync(JobRunner.Deliver(plan, "video-c0"));
        Assert.Equal("source.changed", _jobs.Marker(plan, "video-c0")?.Failure?.Code);
    }

    [Fact]
    public async Task A_track_without_a_frame_fails_the_item_for_good()
    {
        var file = await Clips.MakeAsync("webm", "-f lavfi -i testsrc2=s=320x180:r=30:d=1 -c:v libvpx -b:v 100k -deadline realtime -cpu-used 8");
        var plan = await _jobs.PlanAsync(file);
        var spoiled = await _media.UploadAsync(await Hostile.OverwriteFramesAsync(file));
        plan = plan with { Source = spoiled };
        await _jobs.WritePlanAsync(plan);
        await _jobs.RunAsync(JobRunner.Deliver(plan, "video-c0"));
        Assert.Equal("source.no_frames", _jobs.Marker(plan, "video-c0")?.Failure?.Code);
    }

    [Fact]
    public async Task A_fault_hands_the_item_back_twice_and_then_says_failed()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("160x90"));
        _media.Blobs.BeforeWrite = path =>
        {
            if (path.Name.EndsWith(".m4s", StringComparison.Ordinal))
                throw new InvalidOperationException("The storage is upset.");
        };
        var first = JobRunner.Deliver(plan, "video-c0");
        Assert.Equal(ExitCode.Fault, await _jobs.RunAsync(first));
        Assert.False(first.Deleted);
        Assert.NotNull(first.Released);
        Assert.Null(_jobs.Marker(plan, "video-c0"));

        var last = JobRunner.Deliver(plan, "video-c0", WorkQueues.MaxDeliveries);
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(last));
        Assert.True(last.Poisoned);
        Assert.Equal("transcode.failed", _jobs.Marker(plan, "video-c0")?.Failure?.Code);
    }

    [Theory]
    [InlineData("video-c0")]
    [InlineData("audio")]
    public async Task Of_an_ffmpeg_that_is_killed_between_two_fragments_no_half_segment_stays(string itemId)
    {
        var file = await Clips.VideoAsync("160x90", "30", 10);
        var expected = await _jobs.PlanAsync(file);
        var plan = await _jobs.PlanAsync(file, assetId: "asset_2");
        await _jobs.MakeAsync(expected, itemId);

        // The output ends whole after six of ten seconds, in the middle of a segment.
        var killed = _media.Options with
        {
            FfmpegPath = Script($"""
                for word; do shift; [ "$word" = pipe:1 ] && set -- "$@" -t 6; set -- "$@" "$word"; done
                {_media.Options.FfmpegPath} "$@"; kill -9 $$
                """),
        };
        var held = JobRunner.Deliver(plan, itemId, WorkQueues.MaxDeliveries + 1);
        Assert.Equal(ExitCode.Fault, await _jobs.RunAsync(held, tools: killed));
        Assert.NotNull(held.Released);
        Assert.Null(_jobs.Marker(plan, itemId));

        await _jobs.MakeAsync(plan, itemId);
        Assert.Equal(Media(expected), Media(plan));
    }

    [Fact]
    public async Task An_ffmpeg_that_is_killed_while_it_probes_is_no_verdict_on_the_file()
    {
        var source = await _media.UploadAsync(await Clips.VideoAsync("160x90"));
        var prober = new FfprobeMediaProber(
            _media.Blobs, _media.Scratch, _media.Options with { FfmpegPath = Script("kill -9 $$") }, new ProbeOptions(), TimeProvider.System,
            NullLogger<FfprobeMediaProber>.Instance);
        await Assert.ThrowsAsync<ToolKilledException>(() => prober.ProbeAsync(source, EncodingChoice.Default, default));
    }

    [Fact]
    public async Task A_full_disk_is_told_by_its_code()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("160x90"));
        _media.Blobs.BeforeWrite = path =>
        {
            if (path.Name.EndsWith(".m4s", StringComparison.Ordinal))
                throw new IOException("No space left on device", 28);
        };
        await _jobs.RunAsync(JobRunner.Deliver(plan, "video-c0", WorkQueues.MaxDeliveries));
        Assert.Equal("transcode.disk_full", _jobs.Marker(plan, "video-c0")?.Failure?.Code);
    }

    [Fact]
    public async Task Nothing_is_left_in_scratch()
    {
        var plan = await _jobs.PlanAsync(await Clips.VideoAsync("160x90"));
        await _jobs.MakeAsync(plan, "audio");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_media.Scratch.Folder));
    }

    private string Script(string body)
    {
        var path = Path.Combine(_media.Options.ScratchFolder, "tool.sh");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private Dictionary<string, string> Media(TranscodePlan plan) => _media.Blobs.Paths
        .Where(path => path.Container == Containers.Media && path.Name.StartsWith($"{plan.AssetId}/", StringComparison.Ordinal))
        .ToDictionary(
            path => path.Name[JobRunner.PathsOf(plan).Prefix.Length..],
            path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(_media.Blobs[path])));
}
