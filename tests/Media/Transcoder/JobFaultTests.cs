using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tools;
using StreamPlatform.Transcoder;

namespace StreamPlatform.Media.Tests.Transcoder;

/// <summary>Jobs that are late, die, are refused or fail: none does harm, and each is told or tried again.</summary>
public sealed class JobFaultTests : IDisposable
{
    private readonly MediaFixture _media = new();
    private readonly JobRunner _jobs;

    public JobFaultTests() => _jobs = new JobRunner(_media);

    public void Dispose() => _media.Dispose();

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
        Assert.Equal(_jobs.Digests(expected), _jobs.Digests(plan));
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

    private string Script(string body)
    {
        var path = Path.Combine(_media.Options.ScratchFolder, "tool.sh");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
