using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Downloads;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Media.Tests.Packaging;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Transcoder;
using System.Text.Json;
using StreamPlatform.Domain;

namespace StreamPlatform.Media.Tests.Transcoder;

public sealed class DownloadJobTests : IAsyncLifetime
{
    private readonly MediaFixture _media = new();
    private readonly JobRunner _jobs;
    private Published _published = null!;

    public DownloadJobTests() => _jobs = new JobRunner(_media);

    public async Task InitializeAsync()
    {
        _published = await Published.CreateAsync();
        foreach (var (name, bytes) in _published.Files)
            await _media.Blobs.CreateAsync(new BlobPath(Containers.Media, name), bytes, "video/mp4", default);
        await _media.Blobs.CreateAsync(Paths.Presentation, JsonSerializer.SerializeToUtf8Bytes(_published.Presentation, DomainJson.Options), "application/json", default);
    }

    public Task DisposeAsync()
    {
        _media.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_download_is_made_of_what_was_published_and_needs_no_plan()
    {
        var held = Deliver("180p");
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(held));
        Assert.True(held.Deleted);
        await Ffmpeg.DecodeAsync(_media.Blobs[Paths.Download("180p")]);
    }

    [Fact]
    public async Task Delivered_again_it_leaves_the_file_alone()
    {
        await _jobs.RunAsync(Deliver("180p"));
        var before = _media.Blobs.ETagOf(Paths.Download("180p"));
        var held = Deliver("180p");
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(held));
        Assert.True(held.Deleted);
        Assert.Equal(before, _media.Blobs.ETagOf(Paths.Download("180p")));
    }

    [Fact]
    public async Task Of_a_revision_that_was_erased_nothing_is_made()
    {
        await _media.Blobs.CreateAsync(Paths.Tombstone, Array.Empty<byte>(), "text/plain", default);
        var held = Deliver("180p");
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(held));
        Assert.True(held.Deleted);
        Assert.DoesNotContain(Paths.Download("180p"), _media.Blobs.Paths);
    }

    [Fact]
    public async Task A_segment_that_is_not_what_was_published_fails_it_and_says_so()
    {
        _media.Blobs.Replace(new BlobPath(Containers.Media, _published.Segment("180p", 1)), new byte[100]);
        var held = Deliver("180p");
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(held));
        Assert.True(held.Poisoned);
        Assert.Equal("download.failed", Note("180p").Failure!.Code);
    }

    [Fact]
    public async Task A_fault_of_storage_hands_it_back_until_it_has_been_tried_enough()
    {
        _media.Blobs.BeforeWrite = path =>
        {
            if (path == Paths.Download("180p")) throw new IOException("storage");
        };
        var held = Deliver("180p");
        Assert.Equal(ExitCode.Fault, await _jobs.RunAsync(held));
        Assert.NotNull(held.Released);
        var last = Deliver("180p", WorkQueues.MaxDeliveries);
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(last));
        Assert.True(last.Poisoned);
    }

    private RunPaths Paths => new(_published.Presentation.AssetId, _published.Presentation.RunId);

    private FakeHeldItem Deliver(string rendition, long count = 1) =>
        new(WorkItem.ForDownload(Paths.AssetId, Paths.RunId, rendition)) { DequeueCount = count };

    private DownloadNote Note(string rendition) => JsonSerializer.Deserialize<DownloadNote>(_media.Blobs[Paths.DownloadNote(rendition)], DomainJson.Options)!;
}
