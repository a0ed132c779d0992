using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Tests.Uploads;

public sealed class CommitUploadTests : IAsyncLifetime
{
    private readonly House _house = new(new QuotaLimits { BytesStored = 10_000 }, new UploadLimits { MaxBytes = 8000 });

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_committed_blob_becomes_the_original_and_starts_processing()
    {
        var upload = await _house.OpenAsync();
        var blob = _house.Blobs.Commit(upload.Blob, 900);

        var outcome = await _house.DeliverAsync(upload, blob);

        var asset = await _house.AssetAsync(upload.AssetId);
        var source = new SourceFile(Containers.Uploads, upload.Blob.Name, blob.ETag, 900, "sea.mp4");
        Assert.Equal(CommitVerdict.Accepted, outcome.Verdict);
        Assert.Equal(new ProcessingStart(Workflows.ProcessId(asset.Id, source, 1), new ProcessingRun(asset.Id, 1)), outcome.Start);
        Assert.Equal((AssetState.Probing, 1, source), (asset.State, asset.Generation, asset.Source));
        Assert.Equal(blob.LastModified, asset.UploadedAt);
        Assert.Equal(UploadState.Committed, (await _house.UploadAsync(upload.Id)).State);
        Assert.Equal(new UsageAmount(Bytes: 900), await _house.UsageAsync());
    }

    [Theory]
    [InlineData("some", "blob")]
    [InlineData("asset_0123456789abcdefghjkmnpqrs", "upload_0123456789abcdefghjkmnpqrs")]
    public async Task A_blob_outside_any_upload_is_left_alone(string assetId, string uploadId)
    {
        var blob = _house.Blobs.Commit(Upload.BlobOf(assetId, uploadId), 10);

        var outcome = await _house.Get<CommitUpload>().ExecuteAsync(assetId, uploadId, blob, default);

        Assert.Equal(new CommitOutcome(CommitVerdict.OutsideAnyUpload), outcome);
        Assert.Single(_house.Blobs.Paths);
    }

    [Fact]
    public async Task An_upload_under_another_assets_name_is_outside()
    {
        var (one, other) = (await _house.OpenAsync(), await _house.OpenAsync());
        var blob = _house.Blobs.Commit(Upload.BlobOf(one.AssetId, other.Id), 10);

        var outcome = await _house.Get<CommitUpload>().ExecuteAsync(one.AssetId, other.Id, blob, default);

        Assert.Equal(CommitVerdict.OutsideAnyUpload, outcome.Verdict);
    }

    [Theory]
    [InlineData(8001, "upload.too_large")]
    [InlineData(7001, "quota.bytes")]
    public async Task A_file_larger_than_declared_and_allowed_fails_its_asset_with_a_sentence(long bytes, string code)
    {
        await _house.CommitAsync(await _house.OpenAsync(3000), 3000);
        var upload = await _house.OpenAsync();
        var outcome = await _house.CommitAsync(upload, bytes);

        var asset = await _house.AssetAsync(upload.AssetId);
        Assert.Equal((CommitVerdict.Refused, code, null), (outcome.Verdict, outcome.Refusal?.Code, outcome.Start));
        Assert.Equal((AssetState.Failed, code), (asset.State, asset.Failure?.Code));
        Assert.NotEmpty(asset.Failure!.Message);
        Assert.DoesNotContain(upload.Blob, _house.Blobs.Paths);
        Assert.Equal(new UsageAmount(Bytes: 3000), await _house.UsageAsync());
        Assert.Equal(code, (await _house.UploadAsync(upload.Id)).Failure?.Code);
    }

    [Fact]
    public async Task A_refused_replacement_leaves_a_ready_asset_as_it_is()
    {
        var first = await _house.OpenAsync();
        await _house.CommitAsync(first);
        var ready = await _house.MoveAsync(first.AssetId, AssetEvent.Planned, AssetEvent.Published);
        var second = await _house.OpenAsync(assetId: first.AssetId);

        await _house.CommitAsync(second, 8001);

        Assert.Equivalent(ready, await _house.AssetAsync(first.AssetId));
        Assert.Equal([first.Blob], _house.Blobs.Paths);
    }

    [Fact]
    public async Task A_late_commit_to_an_aborted_upload_is_deleted_and_starts_nothing()
    {
        var upload = await _house.OpenAsync();
        await _house.Get<AbortUpload>().ExecuteAsync(_house.Owner, upload.Id, default);

        var outcome = await _house.CommitAsync(upload);

        Assert.Equal((CommitVerdict.Refused, null), (outcome.Verdict, outcome.Start));
        Assert.Empty(_house.Blobs.Paths);
        Assert.Equal(AssetState.Cancelled, (await _house.AssetAsync(upload.AssetId)).State);
    }

    [Fact]
    public async Task A_late_commit_to_an_expired_upload_is_deleted_and_starts_nothing()
    {
        var upload = await _house.OpenAsync();
        _house.Clock.Advance(TimeSpan.FromHours(24));
        await _house.Get<ExpireUploads>().ExecuteAsync(default);

        var outcome = await _house.CommitAsync(upload);

        Assert.Equal((CommitVerdict.Refused, null), (outcome.Verdict, outcome.Start));
        Assert.Empty(_house.Blobs.Paths);
        Assert.Equal(AssetState.Failed, (await _house.AssetAsync(upload.AssetId)).State);
    }

    [Fact]
    public async Task A_new_original_supersedes_a_run_in_progress()
    {
        var first = await _house.OpenAsync();
        await _house.CommitAsync(first);
        var second = await _house.OpenAsync(assetId: first.AssetId);
        await _house.MoveAsync(first.AssetId, AssetEvent.Planned);

        var outcome = await _house.CommitAsync(second);

        Assert.Equal(2, outcome.Start?.Run.Generation);
        Assert.Equal([second.Blob], _house.Blobs.Paths);
    }

    [Fact]
    public async Task A_new_original_whose_generation_a_reprocess_took_gets_the_next()
    {
        var first = await _house.OpenAsync();
        await _house.CommitAsync(first);
        await _house.MoveAsync(first.AssetId, AssetEvent.Planned, AssetEvent.Published);
        var second = await _house.OpenAsync(assetId: first.AssetId);
        var blob = _house.Blobs.Commit(second.Blob, 1000);
        await _house.PinAsync(second, blob, generation: 2);
        await _house.Get<Assets>().ApplyAsync(
            first.AssetId, AssetEvent.ReprocessRequested, asset => asset with { Generation = 2 }, default);

        await _house.DeliverAsync(first, (await _house.Blobs.FindAsync(first.Blob, default))!);
        var outcome = await _house.DeliverAsync(second, blob);

        Assert.Equal((CommitVerdict.Accepted, 3), (outcome.Verdict, outcome.Start?.Run.Generation));
        Assert.Equal(second.Blob.Name, (await _house.AssetAsync(first.AssetId)).Source?.BlobName);
        Assert.Equal([second.Blob], _house.Blobs.Paths);
    }

    [Fact]
    public async Task Of_two_originals_committed_at_once_one_is_taken_and_the_other_leaves_nothing()
    {
        var first = await _house.OpenAsync();
        var second = await _house.OpenAsync(assetId: first.AssetId);
        var (one, other) = (_house.Blobs.Commit(first.Blob, 1000), _house.Blobs.Commit(second.Blob, 2000));
        await _house.PinAsync(first, one, generation: 1);
        await _house.PinAsync(second, other, generation: 1);

        await _house.DeliverAsync(second, other);
        await _house.DeliverAsync(first, one);

        Assert.Equal([second.Blob], _house.Blobs.Paths);
        Assert.Equal(second.Blob.Name, (await _house.AssetAsync(first.AssetId)).Source?.BlobName);
    }

    [Fact]
    public async Task A_commit_that_the_assets_state_does_not_take_is_deleted()
    {
        var first = await _house.OpenAsync();
        await _house.CommitAsync(first);
        await _house.MoveAsync(first.AssetId, AssetEvent.Planned, AssetEvent.Published);
        var second = await _house.OpenAsync(assetId: first.AssetId);
        var before = await _house.MoveAsync(first.AssetId, AssetEvent.DeleteRequested);

        var outcome = await _house.CommitAsync(second);

        Assert.Equal((CommitVerdict.Refused, "asset.wrong_state"), (outcome.Verdict, outcome.Refusal?.Code));
        Assert.Equivalent(before, await _house.AssetAsync(first.AssetId));
        Assert.DoesNotContain(second.Blob, _house.Blobs.Paths);
    }

    [Fact]
    public async Task A_new_original_replaces_the_old_one_whose_late_event_then_does_nothing()
    {
        var first = await _house.OpenAsync();
        var old = _house.Blobs.Commit(first.Blob, 1000);
        await _house.DeliverAsync(first, old);
        await _house.MoveAsync(first.AssetId, AssetEvent.Planned, AssetEvent.Published);
        var second = await _house.OpenAsync(assetId: first.AssetId);

        var outcome = await _house.CommitAsync(second, 2000);
        await _house.MoveAsync(first.AssetId, AssetEvent.Planned, AssetEvent.Published);
        var late = await _house.DeliverAsync(first, old);

        Assert.Equal(2, outcome.Start?.Run.Generation);
        Assert.Equal(new CommitOutcome(CommitVerdict.AlreadyDone), late);
        Assert.Equal((2, second.Blob.Name), ((await _house.AssetAsync(first.AssetId)).Generation, (await _house.AssetAsync(first.AssetId)).Source?.BlobName));
        Assert.Equal([second.Blob], _house.Blobs.Paths);
        Assert.Equal(new UsageAmount(Bytes: 2000), await _house.UsageAsync());
    }
}
