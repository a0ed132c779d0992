using Azure.Storage.Blobs;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Functions.Uploads;
using StreamPlatform.Local.Model;
using StreamPlatform.Tests;

namespace StreamPlatform.Functions.Tests.Uploads;

public sealed class UploadCommittedTests : IAsyncLifetime
{
    private readonly FunctionsHouse _house = new();
    private readonly RecordingDurableClient _workflows = new();
    private Upload _upload = null!;

    public async Task InitializeAsync() => _upload = (await _house.Get<CreateUpload>().ExecuteAsync(
        EnsureFirstApiKey.FirstOwnerId, new NewUpload("sea.mp4", 1000), default)).Value.Upload;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_committed_blob_starts_its_workflow_once_however_often_its_event_comes()
    {
        _house.Blobs.Commit(_upload.Blob, 1000);

        await DeliverAsync(_upload.Blob);
        await DeliverAsync(_upload.Blob);

        var asset = (await _house.Get<IAssetStore>().FindAsync(_upload.AssetId, default))!.Value;
        var started = Assert.Single(_workflows.Started);
        Assert.Equal((asset.WorkflowId, new ProcessingRun(asset.Id, 1)), (started.Key, started.Value));
    }

    [Fact]
    public async Task The_workflow_is_started_within_the_trace_that_the_creation_of_the_upload_began()
    {
        using var trace = new RecordedSpans();
        var upload = (await _house.Get<CreateUpload>().ExecuteAsync(EnsureFirstApiKey.FirstOwnerId, new NewUpload("lake.mp4", 1000), default)).Value.Upload;
        System.Diagnostics.Activity.Current = null;
        _house.Blobs.Commit(upload.Blob, 1000);

        await DeliverAsync(upload.Blob);

        System.Diagnostics.Activity.Current = trace.Root;
        Assert.Equal((trace.Root.SpanId, upload.AssetId), (trace["commit upload"].ParentSpanId, trace["commit upload"].GetTagItem("streamplatform.asset.id")));
    }

    [Fact]
    public async Task A_workflow_that_was_never_scheduled_is_scheduled_by_the_next_event()
    {
        var blob = _house.Blobs.Commit(_upload.Blob, 1000);
        await _house.Get<CommitUpload>().ExecuteAsync(_upload.AssetId, _upload.Id, blob, default);

        await DeliverAsync(_upload.Blob);

        Assert.Single(_workflows.Started);
    }

    [Fact]
    public async Task An_event_for_a_blob_that_is_gone_or_nobodys_starts_nothing()
    {
        await DeliverAsync(_upload.Blob);
        var stray = Upload.BlobOf("some", "blob");
        _house.Blobs.Commit(stray, 10);
        await DeliverAsync(stray);

        Assert.Empty(_workflows.Started);
        Assert.Equal([stray], _house.Blobs.Paths);
    }

    [Fact]
    public async Task The_sweep_starts_what_a_lost_event_did_not()
    {
        _house.Blobs.Commit(_upload.Blob, 1000);
        _house.Clock.Advance(TimeSpan.FromHours(24));

        await _house.Function<SweepUploads>().RunAsync(new TimerInfo(), _workflows, default);

        Assert.Single(_workflows.Started);
    }

    private Task DeliverAsync(BlobPath path)
    {
        var parts = path.Name.Split('/');
        var client = new BlobClient(new Uri($"http://127.0.0.1:10000/devstoreaccount1/{path}"));
        return _house.Function<UploadCommitted>().RunAsync(client, parts[0], parts[1], _workflows, default);
    }
}
