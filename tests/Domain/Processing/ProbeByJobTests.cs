using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Tests.Processing;

public sealed class ProbeByJobTests
{
    private static readonly ProbeRun Run = new("asset_1", 3);
    private static readonly SourceFile Source = new("uploads", "asset_1/upload_1", "0x1", 1000, "sea.mp4");
    private static readonly SourceInfo Info = new() { Container = "mov", DurationSeconds = 12, Bytes = 1000, Audio = [new AudioTrack(1, "aac", 2, 48000, "und")] };

    private readonly FakeTimeProvider _clock = new();
    private readonly MemoryBlobs _blobs;
    private readonly Queue _queue = new();
    private readonly ProbeByJob _probes;

    public ProbeByJobTests()
    {
        _blobs = new MemoryBlobs(_clock);
        _probes = new ProbeByJob(_blobs, _queue, new ProbeOptions { MaxBytes = 5000 }, new ProcessingOptions { RequeueSeconds = 100 }, _clock);
    }

    [Fact]
    public async Task The_job_is_told_what_to_look_into_and_under_which_limits()
    {
        var choice = new EncodingChoice { KeepDamaged = true };

        Assert.Null(await _probes.AskAsync(Run, Source, choice, default));

        Assert.Equal([(new WorkItem("asset_1", "3-probe", "probe"), WorkPriority.High)], _queue.Items);
        var request = JsonSerializer.Deserialize<ProbeRequest>(await _blobs.ReadAsync(Run.Paths.Probe, 1 << 20, default), DomainJson.Options)!;
        Assert.Equal((Source, choice, 5000L, 1), (request.Source, request.Choice, request.Limits.MaxBytes, request.TimesQueued));
    }

    [Fact]
    public async Task Asked_again_it_is_patient_and_then_ever_more_so()
    {
        var queuedAt = new List<int>();
        for (var seconds = 0; seconds <= 1000; seconds += 10)
        {
            var before = _queue.Items.Count;
            Assert.Null(await _probes.AskAsync(Run, Source, EncodingChoice.Default, default));
            if (_queue.Items.Count > before)
            {
                queuedAt.Add(seconds);
            }

            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal([0, 100, 300, 700], queuedAt);
    }

    [Fact]
    public async Task A_job_that_beats_is_not_given_company()
    {
        await _probes.AskAsync(Run, Source, EncodingChoice.Default, default);
        for (var i = 0; i < 20; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(50));
            await _blobs.WriteAsync(Run.Paths.Progress("probe"), "{}"u8.ToArray(), "application/json", default);
            Assert.Null(await _probes.AskAsync(Run, Source, EncodingChoice.Default, default));
        }

        Assert.Single(_queue.Items);
    }

    [Fact]
    public async Task The_answer_is_the_job_s_and_may_be_asked_for_twice()
    {
        await MarkAsync(new ItemMarker { ItemId = "probe", Source = Info });

        for (var i = 0; i < 2; i++)
        {
            var found = (await _probes.AskAsync(Run, Source, EncodingChoice.Default, default))!.Value;
            Assert.Equivalent(Info, found.Value, strict: true);
        }

        Assert.Empty(_queue.Items);
    }

    [Fact]
    public async Task So_is_a_refusal()
    {
        await MarkAsync(new ItemMarker { ItemId = "probe", Failure = new AssetFailure("source.not_media", "No.") });

        var found = (await _probes.AskAsync(Run, Source, EncodingChoice.Default, default))!.Value;

        Assert.Equal(("source.not_media", "No."), (found.Error!.Code, found.Error.Message));
    }

    [Fact]
    public async Task Forgotten_nothing_is_left_of_it()
    {
        await _probes.AskAsync(Run, Source, EncodingChoice.Default, default);
        await _blobs.WriteAsync(Run.Paths.Progress("probe"), "{}"u8.ToArray(), "application/json", default);
        await MarkAsync(new ItemMarker { ItemId = "probe", Source = Info });

        await _probes.ForgetAsync(Run, default);
        await _probes.ForgetAsync(Run, default);

        Assert.Empty(_blobs.Paths);
    }

    private Task MarkAsync(ItemMarker marker) =>
        _blobs.CreateAsync(Run.Paths.Marker("probe"), JsonSerializer.SerializeToUtf8Bytes(marker, DomainJson.Options), "application/json", default);

    private sealed class Queue : ITranscodeQueue
    {
        public List<(WorkItem Item, WorkPriority Priority)> Items { get; } = [];

        public Task EnqueueAsync(WorkItem item, WorkPriority priority, CancellationToken ct)
        {
            Items.Add((item, priority));
            return Task.CompletedTask;
        }

        public Task<int> LengthAsync(WorkPriority priority, CancellationToken ct) => Task.FromResult(Items.Count);
    }
}
