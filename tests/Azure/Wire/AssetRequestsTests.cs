using System.Text.Json;
using System.Text.Json.Nodes;
using StreamPlatform.Azure.Catalog;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Azure.Tests.Wire;

public sealed class AssetRequestsTests : WireTests
{
    private readonly Asset _asset = Asset(NewOwner());

    private IAssetStore Store => Stores.Get<IAssetStore>();

    private string PlaybackId => _asset.PlaybackIds[0].Id;

    [Fact]
    public async Task An_asset_is_one_point_read()
    {
        await Store.AddAsync(_asset, Ct);

        var request = Assert.Single(await SeeAsync(() => Store.FindAsync(_asset.Id, Ct)));

        Assert.Equal($"read assets/{_asset.Id}", $"{request}");
        Assert.Equal(Key(_asset.Id), request.PartitionKey);
    }

    [Fact]
    public async Task A_playback_id_is_two_point_reads()
    {
        await Store.AddAsync(_asset, Ct);

        var requests = await SeeAsync(() => Store.FindByPlaybackIdAsync(PlaybackId, Ct));

        Assert.Equal([$"read playbackIds/{PlaybackId}", $"read assets/{_asset.Id}"], requests.Select(each => $"{each}"));
    }

    [Fact]
    public async Task An_asset_is_written_after_all_that_points_to_it()
    {
        var requests = await SeeAsync(() => Store.AddAsync(_asset, Ct));

        Assert.Equal(["create playbackIds", "create ownerAssets", "create assets"], requests.Select(each => $"{each}"));
        Assert.Equal([Key(PlaybackId), Key(_asset.OwnerId), Key(_asset.Id)], requests.Select(each => each.PartitionKey));
        Assert.All(requests, request => Assert.Equal("return=minimal", request.Prefer));
        Assert.Equal(
            $$"""{"type":"ownerAsset","assetId":"{{_asset.Id}}","ownerId":"{{_asset.OwnerId}}","sortKey":"2026-03-14T15:09:26.0000000Z|{{_asset.Id}}","schemaVersion":1,"id":"{{_asset.Id}}"}""",
            requests[1].Body!.ToJsonString());
        var body = requests[2].Body!;
        Assert.Equal((_asset.Id, "asset", 1), ((string)body["id"]!, (string)body["type"]!, (int)body["schemaVersion"]!));
        Assert.True(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(_asset, DomainJson.Options), body["document"]));
    }

    [Fact]
    public async Task A_replace_that_moves_no_pointer_is_a_read_and_a_conditional_write()
    {
        await Store.AddAsync(_asset, Ct);
        var etag = (await Store.FindAsync(_asset.Id, Ct))!.ETag;

        var requests = await SeeAsync(() => Store.ReplaceAsync(_asset with { Title = "Another" }, etag, Ct));

        Assert.Equal([$"read assets/{_asset.Id}", $"replace assets/{_asset.Id}"], requests.Select(each => $"{each}"));
        Assert.Equal((Key(_asset.Id), etag), (requests[1].PartitionKey, requests[1].IfMatch));
    }

    [Fact]
    public async Task A_pointer_goes_after_the_asset_was_written_and_only_as_it_was_before()
    {
        await Store.AddAsync(_asset, Ct);
        var etag = (await Store.FindAsync(_asset.Id, Ct))!.ETag;
        var (_, _, pointerETag) = Cosmos[CosmosContainers.OwnerAssets].Read(Key(_asset.OwnerId), _asset.Id);

        var requests = await SeeAsync(() => Store.ReplaceAsync(_asset with { State = AssetState.Deleted }, etag, Ct));

        Assert.Equal(
            [$"read assets/{_asset.Id}", $"read ownerAssets/{_asset.Id}", $"replace assets/{_asset.Id}", $"delete ownerAssets/{_asset.Id}"],
            requests.Select(each => $"{each}"));
        Assert.Equal((Key(_asset.OwnerId), pointerETag), (requests[3].PartitionKey, requests[3].IfMatch));
    }

    [Fact]
    public async Task A_listing_is_a_query_in_the_owners_partition_and_one_read_of_many()
    {
        for (var n = 0; n < 3; n++)
            await Store.AddAsync(Asset(_asset.OwnerId, Now.AddMinutes(n)), Ct);
        var first = await Store.ListAsync(_asset.OwnerId, trashed: false, null, 1, Ct);

        var requests = await SeeAsync(() => Store.ListAsync(_asset.OwnerId, trashed: false, first.Cursor, 1, Ct));

        Assert.Equal(["query ownerAssets", "query assets"], requests.Select(each => $"{each}"));
        Assert.Equal(OwnerListing.Query, requests[0].Query);
        Assert.Equal($"2026-03-14T15:11:26.0000000Z|{first.Items[0].Id}", requests[0].Parameter("@after"));
        Assert.Equal((Key(_asset.OwnerId), 2), (requests[0].PartitionKey, requests[0].MaxItems));
        Assert.StartsWith("SELECT * FROM c WHERE c.id IN (", requests[1].Query, StringComparison.Ordinal);
    }
}
