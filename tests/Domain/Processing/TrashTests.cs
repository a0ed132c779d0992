using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Processing.Requests;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Tests.Processing;

public sealed class TrashTests : IAsyncLifetime
{
    private readonly House _house = new();
    private Upload _upload = null!;

    public async Task InitializeAsync() => _upload = await _house.OpenAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task What_could_not_be_told_is_told_when_it_is_asked_for_again_under_the_same_id()
    {
        await _house.CommitAsync(_upload);
        var trash = _house.Get<TrashAsset>();
        var erasure = (await CheckAsync()).Value;
        _house.Events.Faults = 1;
        await Assert.ThrowsAsync<IOException>(() => trash.ExecuteAsync(erasure, default));
        _house.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(erasure, (await CheckAsync()).Value);
        await trash.ExecuteAsync((await CheckAsync()).Value, default);
        await trash.ExecuteAsync(erasure, default);

        Assert.Equal(VideoEvents.Trashed, Assert.Single(_house.Events.Told.Distinct()).Type);
        Assert.Equal(erasure.Mark, (await _house.AssetAsync(_upload.AssetId)).Trashed);
    }

    [Fact]
    public async Task A_file_that_arrives_for_what_is_in_the_trash_is_refused_and_holds_no_quota()
    {
        await _house.MoveAsync(_upload.AssetId, AssetEvent.SourceCommitted, AssetEvent.Failed);
        await _house.Get<TrashAsset>().ExecuteAsync((await CheckAsync()).Value, default);

        var outcome = await _house.CommitAsync(_upload);

        Assert.Equal((CommitVerdict.Refused, "asset.trashed"), (outcome.Verdict, outcome.Refusal?.Code));
        Assert.Equal(0, (await _house.UsageAsync()).Bytes);
    }

    [Fact]
    public async Task An_upload_that_is_open_is_given_up()
    {
        await _house.Get<TrashAsset>().StopAsync(_house.Owner, _upload.AssetId, default);

        Assert.Equal((UploadState.Aborted, AssetState.Cancelled), ((await _house.UploadAsync(_upload.Id)).State, (await _house.AssetAsync(_upload.AssetId)).State));
    }

    [Fact]
    public async Task Its_bytes_count_while_it_is_in_the_trash()
    {
        await _house.CommitAsync(_upload);
        var before = await _house.UsageAsync();

        await _house.Get<TrashAsset>().ExecuteAsync((await CheckAsync()).Value, default);

        Assert.Equal((1000, before), (before.Bytes, await _house.UsageAsync()));
    }

    [Fact]
    public async Task Others_can_neither_trash_nor_restore_it_and_learn_nothing()
    {
        var trash = _house.Get<TrashAsset>();

        Assert.Equal("asset.not_found", (await trash.CheckAsync("user_other", _upload.AssetId, null, default)).Error?.Code);
        Assert.Equal("asset.not_found", (await trash.RestoreAsync("user_other", _upload.AssetId, default)).Error?.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(366)]
    [InlineData(double.NaN)]
    public void A_time_in_the_trash_that_can_not_be_stops_the_start(double days) =>
        Assert.Contains("Trash:RetentionDays", Assert.Throws<ArgumentException>(() => new TrashOptions { RetentionDays = days }.Validated()).Message, StringComparison.Ordinal);

    private Task<Result<Domain.Processing.Erasing.TrashErasure>> CheckAsync() => _house.Get<TrashAsset>().CheckAsync(_house.Owner, _upload.AssetId, null, default);
}
