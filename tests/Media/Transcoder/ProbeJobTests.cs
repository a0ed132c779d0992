using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tools;
using StreamPlatform.Transcoder;

namespace StreamPlatform.Media.Tests.Transcoder;

/// <summary>A job that looks into an original.</summary>
public sealed class ProbeJobTests : IDisposable
{
    private static readonly ProbeRun Run = new("asset_1", 1);

    private readonly MediaFixture _media = new();
    private readonly JobRunner _jobs;

    public ProbeJobTests() => _jobs = new JobRunner(_media);

    public void Dispose() => _media.Dispose();

    [Fact]
    public async Task It_finds_what_would_be_found_here()
    {
        var source = await RequestAsync(await Clips.VideoAsync("320x180"));
        var held = Deliver();

        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(held));

        Assert.True(held.Deleted);
        Assert.Null(Marker().Failure);
        var here = await _media.Prober().ProbeAsync(source, EncodingChoice.Default, default);
        Assert.Equal(JsonSerializer.Serialize(here.Value, DomainJson.Options), JsonSerializer.Serialize(Marker().Source, DomainJson.Options));
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_words_of_the_prober()
    {
        var file = Path.Combine(_media.Scratch.Folder, "letter.txt");
        await File.WriteAllTextAsync(file, "Dear viewer, this is no video.");
        await RequestAsync(file);

        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(Deliver()));

        Assert.Equal("source.not_media", Marker().Failure?.Code);
        Assert.Null(Marker().Source);
    }

    [Fact]
    public async Task The_limits_are_those_of_the_request()
    {
        await RequestAsync(await Clips.VideoAsync("320x180"), new ProbeOptions { MaxDurationSeconds = 1 });

        await _jobs.RunAsync(Deliver());

        Assert.Equal("source.too_long", Marker().Failure?.Code);
    }

    [Fact]
    public async Task An_original_that_was_replaced_is_told()
    {
        var source = await RequestAsync(await Clips.VideoAsync("320x180"));
        await _media.Blobs.WriteAsync(new(source.Container, source.BlobName), new byte[100], "video/mp4", default);

        await _jobs.RunAsync(Deliver());

        Assert.Equal("source.changed", Marker().Failure?.Code);
    }

    [Fact]
    public async Task Answered_forgotten_or_stopped_it_writes_nothing()
    {
        await RequestAsync(await Clips.VideoAsync("320x180"));
        await _jobs.RunAsync(Deliver());
        _media.Blobs.BeforeWrite = path => Assert.Fail($"{path} was written.");

        var answered = Deliver(2);
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(answered));
        await _media.Blobs.DeleteAsync(Run.Paths.Marker("probe"), default);
        await _media.Blobs.DeleteAsync(Run.Paths.Probe, default);
        var forgotten = Deliver(2);
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(forgotten));
        _media.Blobs.BeforeWrite = _ => { };
        await RequestAsync(await Clips.VideoAsync("320x180"));
        await _media.Blobs.WriteAsync(Run.Paths.Tombstone, default, "text/plain", default);
        var stopped = Deliver();
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(stopped));

        Assert.All([answered, forgotten, stopped], held => Assert.True(held.Deleted));
        Assert.DoesNotContain(Run.Paths.Marker("probe"), _media.Blobs.Paths);
    }

    [Theory]
    [InlineData("/no/such/ffprobe")]
    [InlineData("/etc/passwd")]
    public async Task A_tool_that_is_not_there_is_no_fault_of_the_file(string path)
    {
        var source = await RequestAsync(await Clips.VideoAsync("320x180"));
        var prober = new FfprobeMediaProber(_media.Blobs, _media.Scratch, _media.Options with { FfprobePath = path }, new ProbeOptions(), TimeProvider.System, NullLogger.Instance);

        var error = await Assert.ThrowsAsync<ToolMissingException>(() => prober.ProbeAsync(source, EncodingChoice.Default, default));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_tools_it_is_tried_again_and_given_up_with_a_word_to_the_creator()
    {
        await RequestAsync(await Clips.VideoAsync("320x180"));
        var without = _media.Options with { FfprobePath = "/no/such/ffprobe" };
        var first = Deliver();
        Assert.Equal(ExitCode.Fault, await _jobs.RunAsync(first, without));
        Assert.True(first.Released > TimeSpan.Zero);

        var last = Deliver(WorkQueues.MaxDeliveries);
        Assert.Equal(ExitCode.Handled, await _jobs.RunAsync(last, without));

        Assert.True(last.Poisoned);
        Assert.Equal("source.probe_failed", Marker().Failure?.Code);
    }

    private async Task<SourceFile> RequestAsync(string file, ProbeOptions? limits = null)
    {
        var source = await _media.UploadAsync(file);
        var request = new ProbeRequest(source, EncodingChoice.Default, limits ?? new ProbeOptions());
        await _media.Blobs.WriteAsync(Run.Paths.Probe, JsonSerializer.SerializeToUtf8Bytes(request, DomainJson.Options), "application/json", default);
        return source;
    }

    private static FakeHeldItem Deliver(long count = 1) => new(new WorkItem(Run.AssetId, Run.RunId, WorkItem.ProbeItem)) { DequeueCount = count };

    private ItemMarker Marker() => JsonSerializer.Deserialize<ItemMarker>(_media.Blobs[Run.Paths.Marker("probe")], DomainJson.Options)!;
}
