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

    [Fact]
    public async Task A_second_event_for_the_same_blob_gives_the_same_start_and_after_that_nothing()
    {
        var upload = await _house.OpenAsync();
        var blob = _house.Blobs.Commit(upload.Blob, 1000);
        var first = await _house.DeliverAsync(upload, blob);

        Assert.Equal(new CommitOutcome(CommitVerdict.AlreadyDone, first.Start), await _house.DeliverAsync(upload, blob));

        foreach (var on in new[] { AssetEvent.Planned, AssetEvent.Published, AssetEvent.DeleteRequested, AssetEvent.Erased })
        {
            var before = await _house.MoveAsync(upload.AssetId, on);
            Assert.Equal(new CommitOutcome(CommitVerdict.AlreadyDone), await _house.DeliverAsync(upload, blob));
            Assert.Equivalent(before, await _house.AssetAsync(upload.AssetId));
        }
    }

    [Fact]
    public async Task Many_events_at_once_start_one_workflow()
    {
        var upload = await _house.OpenAsync();
        var blob = _house.Blobs.Commit(upload.Blob, 1000);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _house.DeliverAsync(upload, blob)));

        Assert.Single(outcomes, outcome => outcome.Verdict == CommitVerdict.Accepted);
        Assert.Single(outcomes.Select(outcome => outcome.Start?.InstanceId).OfType<string>().Distinct());
        Assert.Equal(1, (await _house.AssetAsync(upload.AssetId)).Generation);
    }

    [Fact]
    public async Task A_blob_written_again_after_something_was_made_of_it_is_not_taken()
    {
        var upload = await _house.OpenAsync();
        await _house.CommitAsync(upload);
        var before = await _house.MoveAsync(upload.AssetId, AssetEvent.Planned, AssetEvent.Published);

        Assert.Equal(new CommitOutcome(CommitVerdict.ReplacedAfterCommit), await _house.CommitAsync(upload));
        Assert.Equivalent(before, await _house.AssetAsync(upload.AssetId));
    }

    [Fact]
    public async Task Another_file_in_the_place_of_the_committed_one_is_not_taken()
    {
        var upload = await _house.OpenAsync();
        await _house.CommitAsync(upload);

        var outcome = await _house.CommitAsync(upload, 2000);

        Assert.Equal(new CommitOutcome(CommitVerdict.ReplacedAfterCommit), outcome);
        Assert.Equal(1000, (await _house.AssetAsync(upload.AssetId)).Source?.Bytes);
    }

    [Theory]
    [InlineData]
    [InlineData(AssetEvent.Planned)]
    [InlineData(AssetEvent.Failed)]
    public async Task A_commit_that_is_repeated_before_anything_was_made_of_it_starts_a_run_that_is_pinned_to_it(params AssetEvent[] since)
    {
        var upload = await _house.OpenAsync();
        await _house.CommitAsync(upload);
        await _house.MoveAsync(upload.AssetId, since);
        var again = _house.Blobs.Commit(upload.Blob, 1000);

        var outcome = await _house.DeliverAsync(upload, again);

        var asset = await _house.AssetAsync(upload.AssetId);
        Assert.Equal((CommitVerdict.Accepted, new ProcessingRun(asset.Id, 2)), (outcome.Verdict, outcome.Start?.Run));
        Assert.Equal((AssetState.Probing, 2, again.ETag), (asset.State, asset.Generation, asset.Source?.ETag));
        Assert.Equal(new UsageAmount(Bytes: 1000), await _house.UsageAsync());
        Assert.Equal(new CommitOutcome(CommitVerdict.AlreadyDone, outcome.Start), await _house.DeliverAsync(upload, again));
    }

    [Fact]
    public async Task A_commit_that_is_repeated_before_the_asset_took_the_first_one_is_the_one_it_takes()
    {
        var upload = await _house.OpenAsync();
        await PinAsync(upload, _house.Blobs.Commit(upload.Blob, 1000), generation: 1);
        var again = _house.Blobs.Commit(upload.Blob, 1000);

        var outcome = await _house.DeliverAsync(upload, again);

        Assert.Equal(CommitVerdict.Accepted, outcome.Verdict);
        Assert.Equal((1, again.ETag), ((await _house.AssetAsync(upload.AssetId)).Generation, (await _house.AssetAsync(upload.AssetId)).Source?.ETag));
    }

    [Fact]
    public async Task A_blob_written_again_after_its_asset_was_deleted_is_deleted_too()
    {
        var upload = await _house.OpenAsync();
        await _house.CommitAsync(upload);
        await _house.MoveAsync(upload.AssetId, AssetEvent.DeleteRequested, AssetEvent.Erased);

        var outcome = await _house.CommitAsync(upload, 2000);

        Assert.Equal((CommitVerdict.Refused, null), (outcome.Verdict, outcome.Start));
        Assert.Empty(_house.Blobs.Paths);
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
        await PinAsync(second, blob, generation: 2);
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
        await PinAsync(first, one, generation: 1);
        await PinAsync(second, other, generation: 1);

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

    /// <summary>As a process leaves it that dies between the two writes of a commit.</summary>
    private async Task PinAsync(Upload upload, BlobFacts blob, int generation)
    {
        var stored = (await _house.Get<IUploadStore>().FindAsync(upload.OwnerId, upload.Id, default))!;
        var pinned = stored.Value with
        {
            State = UploadState.Committed,
            CommittedETag = blob.ETag,
            CommittedBytes = blob.Bytes,
            Generation = generation,
            SweepAt = null,
        };
        Assert.NotNull(await _house.Get<IUploadStore>().ReplaceAsync(pinned, stored.ETag, default));
    }
}
