using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Tests.Uploads;

/// <summary>Aborting, expiring, sweeping.</summary>
public sealed class EndOfUploadTests : IAsyncLifetime
{
    private readonly House _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task An_aborted_upload_gives_back_what_it_held_and_may_be_aborted_again()
    {
        var upload = await _house.OpenAsync();
        _house.Blobs.Commit(upload.Blob, 10);

        Assert.Equal(UploadState.Aborted, (await AbortAsync(upload)).Value.State);
        Assert.Equal(UploadState.Aborted, (await AbortAsync(upload)).Value.State);

        Assert.Empty(_house.Blobs.Paths);
        Assert.Equal(default, await _house.UsageAsync());
        Assert.Equal(AssetState.Cancelled, (await _house.AssetAsync(upload.AssetId)).State);
    }

    [Fact]
    public async Task A_complete_upload_cannot_be_aborted()
    {
        var upload = await _house.OpenAsync();
        await _house.CommitAsync(upload);

        Assert.Equal(("upload.wrong_state", 409), ((await AbortAsync(upload)).Error?.Code, (await AbortAsync(upload)).Error?.Status));
        Assert.Single(_house.Blobs.Paths);
    }

    [Fact]
    public async Task Someone_elses_upload_is_not_found()
    {
        var upload = await _house.OpenAsync();

        Assert.Equal("upload.not_found", (await _house.Get<AbortUpload>().ExecuteAsync("user_other", upload.Id, default)).Error?.Code);
        Assert.Equal("upload.not_found", (await _house.Get<GetUpload>().ExecuteAsync("user_other", upload.Id, default)).Error?.Code);
    }

    [Fact]
    public async Task An_upload_has_a_url_only_while_it_waits()
    {
        var upload = await _house.OpenAsync();
        Assert.NotNull((await GetAsync(upload)).Url);

        await AbortAsync(upload);
        Assert.Null((await GetAsync(upload)).Url);
    }

    [Fact]
    public async Task Nothing_expires_before_a_day_is_over()
    {
        var upload = await _house.OpenAsync();
        _house.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));

        await SweepAsync();

        Assert.Equal(UploadState.Awaiting, (await _house.UploadAsync(upload.Id)).State);
    }

    [Fact]
    public async Task After_a_day_an_upload_expires_and_its_asset_fails_with_a_sentence()
    {
        var upload = await _house.OpenAsync();
        _house.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Empty(await SweepAsync());

        var asset = await _house.AssetAsync(upload.AssetId);
        Assert.Equal(UploadState.Expired, (await _house.UploadAsync(upload.Id)).State);
        Assert.Equal((AssetState.Failed, "upload.expired"), (asset.State, asset.Failure?.Code));
        Assert.Equal(default, await _house.UsageAsync());
    }

    [Fact]
    public async Task A_blob_whose_event_was_lost_is_committed_by_the_sweep()
    {
        var upload = await _house.OpenAsync();
        _house.Blobs.Commit(upload.Blob, 1000);
        _house.Clock.Advance(TimeSpan.FromHours(24));

        var start = Assert.Single(await SweepAsync());

        Assert.Equal(upload.AssetId, start.Run.AssetId);
        Assert.Equal(AssetState.Probing, (await _house.AssetAsync(upload.AssetId)).State);
        Assert.Empty(await SweepAsync());
    }

    [Fact]
    public async Task A_blob_that_slipped_in_after_the_end_is_swept_once_the_url_has_expired()
    {
        var upload = await _house.OpenAsync();
        await AbortAsync(upload);
        _house.Blobs.Commit(upload.Blob, 1000);
        _house.Clock.Advance(TimeSpan.FromHours(25));

        await SweepAsync();

        Assert.Empty(_house.Blobs.Paths);
        Assert.Empty(await _house.Get<IUploadStore>().ListDueAsync(DateTimeOffset.MaxValue, 10, default));
    }

    [Fact]
    public async Task An_asset_that_waits_for_another_upload_goes_on_waiting()
    {
        var first = await _house.OpenAsync();
        _house.Clock.Advance(TimeSpan.FromHours(1));
        var second = await _house.OpenAsync(assetId: first.AssetId);
        _house.Clock.Advance(TimeSpan.FromHours(23));

        await SweepAsync();
        Assert.Equal(AssetState.AwaitingUpload, (await _house.AssetAsync(first.AssetId)).State);

        await _house.CommitAsync(second);
        Assert.Equal(AssetState.Probing, (await _house.AssetAsync(first.AssetId)).State);
    }

    [Fact]
    public async Task An_upload_whose_asset_was_never_written_expires_too()
    {
        var upload = (await _house.OpenAsync()) with { Id = OpaqueId.New(Upload.IdPrefix), AssetId = AssetIds.New() };
        await _house.Get<IUploadStore>().AddAsync(upload, default);
        _house.Blobs.Commit(upload.Blob, 10);
        _house.Clock.Advance(TimeSpan.FromHours(24));

        await SweepAsync();

        Assert.Equal(UploadState.Expired, (await _house.UploadAsync(upload.Id)).State);
        Assert.Empty(_house.Blobs.Paths);
    }

    [Fact]
    public async Task A_deleted_asset_gives_back_what_all_its_uploads_held()
    {
        var first = await _house.OpenAsync();
        await _house.CommitAsync(first);
        await _house.MoveAsync(first.AssetId, AssetEvent.Planned, AssetEvent.Published);
        var second = await _house.OpenAsync(assetId: first.AssetId);

        await _house.Get<EndUploads>().ReleaseAllAsync(_house.Owner, first.AssetId, default);

        Assert.Equal(default, await _house.UsageAsync());
        Assert.Equal(UploadState.Aborted, (await _house.UploadAsync(second.Id)).State);
    }

    private Task<Result<Upload>> AbortAsync(Upload upload) =>
        _house.Get<AbortUpload>().ExecuteAsync(_house.Owner, upload.Id, default);

    private async Task<OpenUpload> GetAsync(Upload upload) =>
        (await _house.Get<GetUpload>().ExecuteAsync(_house.Owner, upload.Id, default)).Value;

    private Task<IReadOnlyList<ProcessingStart>> SweepAsync() => _house.Get<ExpireUploads>().ExecuteAsync(default);
}
