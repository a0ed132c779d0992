using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Tests.Uploads;

/// <summary>Events come more than once, and so do commits whose answer got lost.</summary>
public sealed class RepeatedCommitTests : IAsyncLifetime
{
    private readonly House _house = new(new QuotaLimits { BytesStored = 10_000 }, new UploadLimits { MaxBytes = 8000 });

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

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
        await _house.PinAsync(upload, _house.Blobs.Commit(upload.Blob, 1000), generation: 1);
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
}
