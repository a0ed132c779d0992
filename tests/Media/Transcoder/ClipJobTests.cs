using System.Globalization;
using System.Text;
using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Clips;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Clips;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Tests.Packaging;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Transcoder;

namespace StreamPlatform.Media.Tests.Transcoder;

public sealed class ClipJobTests : IAsyncLifetime
{
    private static readonly RunPaths Paths = new("asset_2", "1-clip");
    private readonly MediaFixture _media = new();
    private readonly JobRunner _jobs;
    private Published _published = null!;
    private ClipCut _cut = null!;

    public ClipJobTests() => _jobs = new JobRunner(_media);

    public async Task InitializeAsync()
    {
        _published = await Published.CreateAsync();
        foreach (var (name, bytes) in _published.Files)
            await _media.Blobs.CreateAsync(new BlobPath(Containers.Media, name), bytes, "video/mp4", default);
        var text = new PresentedText("text-en", "en", "English", TextKind.Subtitles, "asset_1/tracks/en.vtt", 100);
        await _media.Blobs.CreateAsync(
            new BlobPath(Containers.Media, text.BlobName), Encoding.UTF8.GetBytes("WEBVTT\n\n00:01.000 --> 00:02.500\nFirst\n\n00:03.000 --> 00:09.000\nSecond\n\n00:07.000 --> 00:08.000\nLast\n"), "text/vtt", default);
        _cut = ClipCut.Of(_published.Presentation with { Text = [text] }, Paths, 2.5, 5.5).Value;
        await _media.Blobs.CreateAsync(Paths.Clip, JsonSerializer.SerializeToUtf8Bytes(new ClipPlan(_cut), DomainJson.Options), "application/json", default);
    }

    public Task DisposeAsync()
    {
        _media.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Frames_and_sound_are_the_published_ones_and_begin_together_at_zero()
    {
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(Deliver()));
        Assert.Null(Marker().Failure);

        // 2 to 6 s of 30 frames a second, bit by bit.
        foreach (var rendition in new[] { "180p", "90p" })
        {
            var frames = await FramesAsync(rendition, _cut.Presentation.Video, "v");
            var all = await FramesAsync(rendition, _published.Presentation.Video, "v");
            Assert.Equal(all.GetRange(60, 120).Select(frame => frame.Hash), frames.Select(frame => frame.Hash));

            // At the times of the video's own first frames: as a file of its own, negative offsets move both alike.
            Assert.Equal(all.Take(120).Select(frame => frame.Pts), frames.Select(frame => frame.Pts));
        }

        // The sound is cut at most half an access unit (1,024 samples) beside the picture.
        var moved = _cut.Tracks.Single(track => track.Name == "audio");
        Assert.InRange(moved.Segments[0].Start - 96_000, -512, 512);
        var sound = await FramesAsync("audio", _cut.Presentation.Audio, "a");
        Assert.Equal(0, sound[0].Pts);
        Assert.InRange(sound.Count, 187, 189);
    }

    [Fact]
    public async Task Text_is_what_is_shown_within_on_the_clip_s_clock()
    {
        await _jobs.RunAsync(Deliver());
        var text = Encoding.UTF8.GetString(_media.Blobs[Paths.Text("text-en")]);
        Assert.Contains("00:00:00.000 --> 00:00:00.500\nFirst", text, StringComparison.Ordinal);
        Assert.Contains("00:00:01.000 --> 00:00:04.000\nSecond", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Last", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_segment_has_the_size_that_its_presentation_tells()
    {
        await _jobs.RunAsync(Deliver());
        Assert.All(
            _cut.Presentation.Video.Concat<PresentedTrack>(_cut.Presentation.Audio).SelectMany(track => track.Segments),
            segment => Assert.Equal(segment.Bytes, _media.Blobs[new BlobPath(Containers.Media, segment.Name)].Length));
    }

    [Fact]
    public async Task One_that_died_half_way_is_finished_and_a_late_delivery_changes_nothing()
    {
        var writes = 0;
        _media.Blobs.BeforeWrite = path =>
        {
            if (path.Name.EndsWith(".m4s", StringComparison.Ordinal) && ++writes == 4) throw new IOException("storage");
        };
        var first = Deliver();
        Assert.Equal(ExitCode.Fault, await _jobs.RunAsync(first));
        Assert.NotNull(first.Released);

        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(Deliver(2)));
        Assert.Null(Marker().Failure);
        var again = Deliver(3);
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(again));
        Assert.True(again.Deleted);
    }

    [Fact]
    public async Task A_video_that_is_deleted_meanwhile_fails_it_and_says_so()
    {
        await _media.Blobs.DeleteAsync(new BlobPath(Containers.Media, _published.Segment("90p", 2)), default);
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(Deliver()));
        Assert.Equal("clip.source_gone", Marker().Failure!.Code);
    }

    [Fact]
    public async Task A_segment_that_is_not_what_was_published_fails_it()
    {
        _media.Blobs.Replace(new BlobPath(Containers.Media, _published.Segment("90p", 2)), new byte[100]);
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(Deliver()));
        Assert.Equal("clip.failed", Marker().Failure!.Code);
    }

    [Fact]
    public async Task Of_a_clip_that_was_deleted_nothing_is_written()
    {
        await _media.Blobs.CreateAsync(Paths.Tombstone, Array.Empty<byte>(), "text/plain", default);
        var held = Deliver();
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(held));
        Assert.True(held.Deleted);
        Assert.DoesNotContain(_media.Blobs.Paths, path => path.Container == Containers.Media && path.Name.StartsWith(Paths.Prefix, StringComparison.Ordinal));
    }

    private static FakeHeldItem Deliver(long count = 1) => new(new WorkItem(Paths.AssetId, Paths.RunId, WorkItem.ClipItem)) { DequeueCount = count };

    private ItemMarker Marker() => JsonSerializer.Deserialize<ItemMarker>(_media.Blobs[Paths.Marker(WorkItem.ClipItem)], DomainJson.Options)!;

    private async Task<List<(long Pts, string Hash)>> FramesAsync(string rendition, IEnumerable<PresentedTrack> tracks, string stream)
    {
        var track = tracks.Single(candidate => candidate.Name == rendition);
        byte[] file = [.. _media.Blobs[new BlobPath(Containers.Media, track.Segments[0].InitName)], .. track.Segments.SelectMany(segment => _media.Blobs[new BlobPath(Containers.Media, segment.Name)])];
        var lines = Encoding.UTF8.GetString(await Ffmpeg.HashAsync(file, stream)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(',')).Select(fields => (long.Parse(fields[2], CultureInfo.InvariantCulture), fields[^1].Trim()))];
    }
}
