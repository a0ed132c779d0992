using StreamPlatform.Azure.Uploads;
using StreamPlatform.Domain.Uploads;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Azure.Tests.Wire;

public sealed class UploadRequestsTests : WireTests
{
    private readonly Upload _upload = Upload(NewOwner());

    private IUploadStore Store => Stores.Get<IUploadStore>();

    [Fact]
    public async Task An_upload_is_written_with_what_it_is_looked_up_by()
    {
        var request = Assert.Single(await SeeAsync(() => Store.AddAsync(_upload, Ct)));

        Assert.Equal(("create uploads", Key(_upload.OwnerId)), ($"{request}", request.PartitionKey));
        Assert.Equal($"2026-03-14T15:09:26.0000000Z|{_upload.Id}", (string?)request.Body!["sortKey"]);
        Assert.Equal("2026-03-15T15:09:26.0000000Z", (string?)request.Body["sweepAt"]);
        Assert.Equal(_upload.AssetId, (string?)request.Body["assetId"]);
    }

    [Fact]
    public async Task What_the_sweep_need_not_look_at_has_no_time_to_be_found_by()
    {
        var request = Assert.Single(await SeeAsync(() => Store.AddAsync(_upload with { SweepAt = null }, Ct)));

        Assert.False(request.Body!.ContainsKey("sweepAt"));
    }

    [Fact]
    public async Task A_replace_brings_the_etag()
    {
        await Store.AddAsync(_upload, Ct);
        var etag = (await Store.FindAsync(_upload.OwnerId, _upload.Id, Ct))!.ETag;

        var request = Assert.Single(await SeeAsync(() => Store.ReplaceAsync(_upload, etag, Ct)));

        Assert.Equal(($"replace uploads/{_upload.Id}", Key(_upload.OwnerId), etag), ($"{request}", request.PartitionKey, request.IfMatch));
    }

    [Fact]
    public async Task Listings_stay_in_the_owners_partition()
    {
        var listed = Assert.Single(await SeeAsync(() => Store.ListAsync(_upload.OwnerId, null, 50, Ct)));
        var ofAsset = Assert.Single(await SeeAsync(() => Store.ListByAssetAsync(_upload.OwnerId, _upload.AssetId, Ct)));

        Assert.Equal(
            (CosmosUploadStore.ListQuery, Key(_upload.OwnerId), 51, "~"),
            (listed.Query, listed.PartitionKey, listed.MaxItems, listed.Parameter("@after")));
        Assert.Equal(
            (CosmosUploadStore.AssetQuery, Key(_upload.OwnerId), 500, _upload.AssetId),
            (ofAsset.Query, ofAsset.PartitionKey, ofAsset.MaxItems, ofAsset.Parameter("@assetId")));
    }

    [Fact]
    public async Task Only_the_sweep_asks_every_partition_and_no_further_than_it_wants()
    {
        for (var n = 0; n < 5; n++)
            await Store.AddAsync(Upload(NewOwner()) with { SweepAt = Now.AddMinutes(-n) }, Ct);

        IReadOnlyList<Upload> due = [];
        var requests = await SeeAsync(async () => due = await Store.ListDueAsync(Now, 2, Ct));

        Assert.Equal([Now.AddMinutes(-4), Now.AddMinutes(-3)], due.Select(upload => upload.SweepAt));
        var request = Assert.Single(requests);
        Assert.Equal((null, "2026-03-14T15:09:26.0000000Z"), (request.PartitionKey, request.Parameter("@now")));
    }
}
