using StreamPlatform.Azure.Catalog;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Catalog;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Azure.Tests.Catalog;

/// <summary>Two writers of one asset, one of whom is overtaken between two of its writes.</summary>
public sealed class AssetRaceTests : AssetHouse
{
    private readonly Asset _asset = Asset(NewOwner());

    private string PlaybackId => _asset.PlaybackIds[0].Id;

    [Fact]
    public async Task A_playback_id_that_comes_back_while_its_pointer_is_about_to_go_keeps_it()
    {
        await Store.AddAsync(_asset, Ct);
        var before = (await Store.FindAsync(_asset.Id, Ct))!;
        var without = _asset with { PlaybackIds = [] };
        OvertakeAt("delete", async () =>
        {
            var now = (await Store.FindAsync(_asset.Id, Ct))!;
            Assert.NotNull(await Store.ReplaceAsync(_asset, now.ETag, Ct));
        });

        Assert.NotNull(await Store.ReplaceAsync(without, before.ETag, Ct));

        Assert.NotNull(await Store.FindByPlaybackIdAsync(PlaybackId, Ct));
    }

    [Fact]
    public async Task A_writer_who_loses_takes_back_the_pointers_it_wrote()
    {
        await Store.AddAsync(_asset, Ct);
        var before = (await Store.FindAsync(_asset.Id, Ct))!;
        var other = AssetIds.NewPlaybackId(PlaybackPolicy.Public);
        OvertakeAt("replace", async () => Assert.NotNull(await Store.ReplaceAsync(_asset with { Title = "Faster" }, before.ETag, Ct)));

        Assert.Null(await Store.ReplaceAsync(_asset with { PlaybackIds = [other] }, before.ETag, Ct));

        Assert.Equal("Faster", (await Store.FindByPlaybackIdAsync(PlaybackId, Ct))!.Value.Title);
        Assert.Equal(1, Pointers(CosmosContainers.PlaybackIds));
    }

    [Fact]
    public async Task A_writer_who_loses_leaves_the_pointers_that_the_winner_needs()
    {
        await Store.AddAsync(_asset, Ct);
        var before = (await Store.FindAsync(_asset.Id, Ct))!;
        var both = _asset with { PlaybackIds = [.. _asset.PlaybackIds, AssetIds.NewPlaybackId(PlaybackPolicy.Public)] };
        OvertakeAt("replace", async () => Assert.NotNull(await Store.ReplaceAsync(both, before.ETag, Ct)));

        Assert.Null(await Store.ReplaceAsync(both with { Title = "Slower" }, before.ETag, Ct));

        Assert.NotNull(await Store.FindByPlaybackIdAsync(both.PlaybackIds[1].Id, Ct));
    }

    [Fact]
    public async Task A_playback_id_of_another_asset_is_not_taken_over()
    {
        await Store.AddAsync(_asset, Ct);
        var thief = Asset(NewOwner()) with { PlaybackIds = _asset.PlaybackIds };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AddAsync(thief, Ct));

        Assert.Equal(_asset.Id, (await Store.FindByPlaybackIdAsync(PlaybackId, Ct))!.Value.Id);
        Assert.Null(await Store.FindAsync(thief.Id, Ct));
    }

    /// <summary>Lets someone else through once, at the first write of that kind to assets or playback IDs.</summary>
    private void OvertakeAt(string operation, Func<Task> other)
    {
        var overtaken = false;
        Stores.Cosmos.Before = async (request, _) =>
        {
            if (!overtaken && request.Operation == operation)
            {
                overtaken = true;
                await other();
            }

            return null;
        };
    }
}
