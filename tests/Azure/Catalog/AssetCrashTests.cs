using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Catalog;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Azure.Tests.Catalog;

/// <summary>A process may die between any two writes: readers see the asset as it was or as it should be, and a repeat finishes the work.</summary>
public sealed class AssetCrashTests : AssetHouse
{
    private readonly Asset _asset = Asset(NewOwner());
    private readonly PlaybackId _other = AssetIds.NewPlaybackId(PlaybackPolicy.Signed);

    public static TheoryData<int, bool> OfAdding => Deaths(3);

    public static TheoryData<int, bool> OfMovingPlaybackIds => Deaths(3);

    public static TheoryData<int, bool> OfDeleting => Deaths(2);

    private string[] PlaybackIds => [_asset.PlaybackIds[0].Id, _other.Id];

    [Theory]
    [MemberData(nameof(OfAdding))]
    public async Task An_asset_is_there_whole_or_not_at_all_and_can_be_added_again(int atWrite, bool done)
    {
        await DieAsync(atWrite, done, () => Store.AddAsync(_asset, Ct));

        await AssertSeenAsync(_asset.Id, _asset.OwnerId, PlaybackIds);
        var there = await Store.FindAsync(_asset.Id, Ct) is not null;
        Assert.Equal(!there, await Store.AddAsync(_asset, Ct));
        Assert.NotNull(await Store.FindByPlaybackIdAsync(_asset.PlaybackIds[0].Id, Ct));
        await AssertSeenAsync(_asset.Id, _asset.OwnerId, PlaybackIds);
    }

    [Theory]
    [MemberData(nameof(OfMovingPlaybackIds))]
    public async Task Playback_ids_change_with_their_asset_and_can_be_changed_again(int atWrite, bool done)
    {
        await Store.AddAsync(_asset, Ct);
        var before = (await Store.FindAsync(_asset.Id, Ct))!;
        var moved = _asset with { PlaybackIds = [_other] };

        await DieAsync(atWrite, done, () => Store.ReplaceAsync(moved, before.ETag, Ct));

        await AssertSeenAsync(_asset.Id, _asset.OwnerId, PlaybackIds);
        var now = (await Store.FindAsync(_asset.Id, Ct))!;
        Assert.NotNull(await Store.ReplaceAsync(moved, now.ETag, Ct));
        Assert.NotNull(await Store.FindByPlaybackIdAsync(_other.Id, Ct));
        await AssertSeenAsync(_asset.Id, _asset.OwnerId, PlaybackIds);
    }

    [Theory]
    [MemberData(nameof(OfDeleting))]
    public async Task A_deleted_asset_is_listed_no_more_and_the_next_write_clears_what_was_left(int atWrite, bool done)
    {
        await Store.AddAsync(_asset, Ct);
        var before = (await Store.FindAsync(_asset.Id, Ct))!;
        var tombstone = _asset with { State = AssetState.Deleted };

        await DieAsync(atWrite, done, () => Store.ReplaceAsync(tombstone, before.ETag, Ct));

        await AssertSeenAsync(_asset.Id, _asset.OwnerId, PlaybackIds);
        var now = (await Store.FindAsync(_asset.Id, Ct))!;
        Assert.NotNull(await Store.ReplaceAsync(tombstone, now.ETag, Ct));
        await AssertSeenAsync(_asset.Id, _asset.OwnerId, PlaybackIds);
        Assert.Equal(0, Pointers(CosmosContainers.OwnerAssets));
    }

    [Fact]
    public async Task A_pointer_that_can_not_be_removed_does_not_fail_the_write_that_went_through()
    {
        await Store.AddAsync(_asset, Ct);
        var before = (await Store.FindAsync(_asset.Id, Ct))!;
        string? etag = null;

        await DieAsync(1, false, async () => etag = await Store.ReplaceAsync(_asset with { State = AssetState.Deleted }, before.ETag, Ct));

        Assert.Equal((await Store.FindAsync(_asset.Id, Ct))!.ETag, etag);
        Assert.Equal(1, Pointers(CosmosContainers.OwnerAssets));
    }
}
