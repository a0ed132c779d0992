using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Tests.Uploads;

public sealed class CreateUploadTests : IAsyncLifetime
{
    private readonly House _house = new(new QuotaLimits { BytesStored = 5000, ConcurrentUploads = 2 }, new UploadLimits { MaxBytes = 9000 });

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_new_upload_brings_an_asset_that_waits_for_it()
    {
        var open = (await CreateAsync(new NewUpload("sea.mp4", 1000, "The sea", PlaybackPolicy.Signed))).Value;

        var asset = await _house.AssetAsync(open.Upload.AssetId);
        Assert.Equal((AssetState.AwaitingUpload, "The sea", _house.Owner), (asset.State, asset.Title, asset.OwnerId));
        Assert.Equal(new PlaybackId(open.PlaybackId!, PlaybackPolicy.Signed), Assert.Single(asset.PlaybackIds));
        Assert.Equal(_house.Clock.GetUtcNow().AddHours(24), open.Upload.ExpiresAt);
        Assert.Contains($"uploads/{asset.Id}/{open.Upload.Id}", open.Url!.ToString(), StringComparison.Ordinal);
        Assert.Equal(new UsageAmount(Bytes: 1000, Uploads: 1), await _house.UsageAsync());
    }

    [Fact]
    public async Task How_a_new_asset_is_encoded_can_be_chosen()
    {
        var choice = new EncodingChoice { Profile = "balanced", KeepDamaged = true };
        var open = (await CreateAsync(new NewUpload("sea.mp4", 1000, Encoding: choice))).Value;
        Assert.Equal(choice, (await _house.AssetAsync(open.Upload.AssetId)).Encoding);

        var unknown = (await CreateAsync(new NewUpload("sea.mp4", 1000, Encoding: new EncodingChoice { Profile = "best" }))).Error!;
        Assert.Equal("encoding.profile_unknown", unknown.Code);
        Assert.Contains("balanced", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1.0, null)]
    [InlineData(null, -1.0)]
    [InlineData(null, 0.5)]
    [InlineData(5.0, 5.9)]
    [InlineData(6.0, 5.0)]
    [InlineData(double.NaN, null)]
    [InlineData(null, double.PositiveInfinity)]
    public async Task A_trim_that_leaves_nothing_of_any_file_is_refused(double? start, double? end)
    {
        var refused = (await CreateAsync(new NewUpload("sea.mp4", 1000, Encoding: new EncodingChoice { Trim = new TrimChoice(start, end) }))).Error!;
        Assert.Equal(("encoding.trim_invalid", 400), (refused.Code, refused.Status));
    }

    [Theory]
    [InlineData(null, 1L, "upload.name_invalid")]
    [InlineData(" ", 1L, "upload.name_invalid")]
    [InlineData("a\nb", 1L, "upload.name_invalid")]
    [InlineData("sea.mp4", 0L, "upload.size_invalid")]
    [InlineData("sea.mp4", -1L, "upload.size_invalid")]
    [InlineData("sea.mp4", 9001L, "upload.too_large")]
    [InlineData("sea.mp4", 5001L, "quota.bytes")]
    public async Task What_cannot_be_uploaded_is_refused_and_leaves_nothing(string? fileName, long size, string code)
    {
        Assert.Equal(code, (await CreateAsync(new NewUpload(fileName, size))).Error?.Code);

        Assert.Equal(default, await _house.UsageAsync());
        Assert.Empty((await _house.Get<ListAssets>().ExecuteAsync(_house.Owner, trashed: false, new PageRequest(null, 10), default)).Items);
        Assert.Empty((await _house.Get<ListUploads>().ExecuteAsync(_house.Owner, new PageRequest(null, 10), default)).Items);
    }

    [Fact]
    public async Task One_upload_too_many_is_refused_until_another_ends()
    {
        var first = await _house.OpenAsync();
        await _house.OpenAsync();

        var third = await CreateAsync(new NewUpload("sea.mp4", 1));
        Assert.Equal(("quota.uploads", 429), (third.Error?.Code, third.Error?.Status));

        await _house.Get<AbortUpload>().ExecuteAsync(_house.Owner, first.Id, default);
        Assert.True((await CreateAsync(new NewUpload("sea.mp4", 1))).Succeeded);
    }

    [Fact]
    public async Task An_upload_for_an_existing_asset_keeps_the_asset()
    {
        var first = await _house.OpenAsync();
        await _house.CommitAsync(first);
        await _house.MoveAsync(first.AssetId, AssetEvent.Planned, AssetEvent.Published);

        var second = await _house.OpenAsync(assetId: first.AssetId);

        Assert.Equal(first.AssetId, second.AssetId);
        Assert.Equal(AssetState.Ready, (await _house.AssetAsync(first.AssetId)).State);
    }

    [Fact]
    public async Task Someone_elses_asset_cannot_be_replaced()
    {
        var theirs = await _house.OpenAsync();

        var result = await _house.Get<CreateUpload>().ExecuteAsync(
            "user_other", new NewUpload("sea.mp4", 1, AssetId: theirs.AssetId), default);

        Assert.Equal("asset.not_found", result.Error?.Code);
    }

    [Fact]
    public async Task An_asset_that_is_being_deleted_takes_no_new_original()
    {
        var upload = await _house.OpenAsync();
        await _house.MoveAsync(upload.AssetId, AssetEvent.DeleteRequested);

        var result = await CreateAsync(new NewUpload("sea.mp4", 1, AssetId: upload.AssetId));

        Assert.Equal("asset.wrong_state", result.Error?.Code);
    }

    private Task<Result<OpenUpload>> CreateAsync(NewUpload wanted) =>
        _house.Get<CreateUpload>().ExecuteAsync(_house.Owner, wanted, default);
}
