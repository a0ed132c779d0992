using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Tests.Contracts.Stores;

/// <summary>What every <see cref="IAssetStore"/> must do; a subclass an adapter.</summary>
public abstract class AssetStoreContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private protected abstract IAssetStore Store { get; }

    [SkippableFact]
    public async Task An_asset_comes_back_as_it_was_added()
    {
        var asset = Asset(NewOwner()) with
        {
            Source = new SourceFile("uploads", "a/b", "0x1", 42, "sea.mp4"),
            Renditions = [new AssetRendition("360p", "video", "avc1.64001E", 640, 360, 1, 2)],
            Warnings = [new AssetFailure("source.odd", "It is odd.")],
            DurationSeconds = 12.5,
        };

        Assert.True(await Store.AddAsync(asset, Ct));

        Assert.Equivalent(asset, (await Store.FindAsync(asset.Id, Ct))!.Value, strict: true);
    }

    [SkippableFact]
    public async Task Many_are_found_at_once_as_far_as_they_are_there()
    {
        var assets = new[] { Asset(NewOwner()), Asset(NewOwner()), Asset(NewOwner()) };
        foreach (var asset in assets)
            await Store.AddAsync(asset, Ct);

        var found = await Store.FindManyAsync([assets[2].Id, AssetIds.New(), assets[0].Id], Ct);

        Assert.Equal(new[] { assets[0].Id, assets[2].Id }.Order(), found.Select(asset => asset.Id).Order());
        Assert.Empty(await Store.FindManyAsync([], Ct));
    }

    [SkippableFact]
    public async Task A_scan_comes_by_every_asset_also_those_that_are_deleted_meanwhile()
    {
        var assets = Enumerable.Range(0, 7).Select(_ => Asset(NewOwner())).ToList();
        foreach (var asset in assets)
            await Store.AddAsync(asset, Ct);
        var (seen, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await Store.ScanAsync(cursor, 3, Ct);
            Assert.InRange(page.Items.Count, 0, 3);
            seen.AddRange(page.Items.Select(asset => asset.Id));
            if (cursor is null)
                await Store.ReplaceAsync(assets[6] with { State = AssetState.Deleted }, (await Store.FindAsync(assets[6].Id, Ct))!.ETag, Ct);
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(assets.Select(asset => asset.Id).ToHashSet(), seen.ToHashSet());
    }

    [SkippableFact]
    public async Task An_unknown_asset_is_null() => Assert.Null(await Store.FindAsync(AssetIds.New(), Ct));

    [SkippableFact]
    public async Task A_taken_id_is_not_added_again()
    {
        var asset = Asset(NewOwner());
        await Store.AddAsync(asset, Ct);

        Assert.False(await Store.AddAsync(asset with { Title = "Another" }, Ct));

        Assert.Equal(asset.Title, (await Store.FindAsync(asset.Id, Ct))!.Value.Title);
    }

    [SkippableFact]
    public async Task A_replace_with_the_current_etag_goes_through_and_gives_the_next()
    {
        var asset = Asset(NewOwner());
        await Store.AddAsync(asset, Ct);
        var stored = await Store.FindAsync(asset.Id, Ct);

        var next = await Store.ReplaceAsync(asset with { Title = "Another" }, stored!.ETag, Ct);

        var now = await Store.FindAsync(asset.Id, Ct);
        Assert.Equal(("Another", next), (now!.Value.Title, now.ETag));
        Assert.NotEqual(stored.ETag, next);
    }

    [SkippableFact]
    public async Task A_replace_with_an_old_etag_changes_nothing()
    {
        var asset = Asset(NewOwner());
        await Store.AddAsync(asset, Ct);
        var stored = await Store.FindAsync(asset.Id, Ct);
        await Store.ReplaceAsync(asset with { Title = "First" }, stored!.ETag, Ct);

        Assert.Null(await Store.ReplaceAsync(asset with { Title = "Second" }, stored.ETag, Ct));

        Assert.Equal("First", (await Store.FindAsync(asset.Id, Ct))!.Value.Title);
    }

    [SkippableFact]
    public async Task Of_many_writers_with_the_same_etag_one_wins()
    {
        var asset = Asset(NewOwner());
        await Store.AddAsync(asset, Ct);
        var etag = (await Store.FindAsync(asset.Id, Ct))!.ETag;

        var results = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(n => Store.ReplaceAsync(asset with { Title = $"Title {n}" }, etag, Ct)));

        Assert.Single(results, result => result is not null);
    }

    [SkippableFact]
    public async Task An_asset_is_found_by_each_of_its_playback_ids_and_not_by_one_it_lost()
    {
        var asset = Asset(NewOwner());
        var (first, second) = (asset.PlaybackIds[0], AssetIds.NewPlaybackId(PlaybackPolicy.Signed));
        await Store.AddAsync(asset, Ct);
        var stored = await Store.FindByPlaybackIdAsync(first.Id, Ct);

        await Store.ReplaceAsync(asset with { PlaybackIds = [second] }, stored!.ETag, Ct);

        Assert.Equal(asset.Id, (await Store.FindByPlaybackIdAsync(second.Id, Ct))!.Value.Id);
        Assert.Null(await Store.FindByPlaybackIdAsync(first.Id, Ct));
    }

    [SkippableFact]
    public async Task A_listing_gives_an_owners_assets_newest_first_page_by_page()
    {
        var owner = NewOwner();
        var assets = Enumerable.Range(0, 5).Select(n => Asset(owner, Now.AddMinutes(n))).ToList();
        foreach (var asset in assets.Append(Asset(NewOwner())))
        {
            await Store.AddAsync(asset, Ct);
        }

        var first = await Store.ListAsync(owner, trashed: false, null, 2, Ct);
        var second = await Store.ListAsync(owner, trashed: false, first.Cursor, 2, Ct);
        var third = await Store.ListAsync(owner, trashed: false, second.Cursor, 2, Ct);

        var listed = first.Items.Concat(second.Items).Concat(third.Items).Select(asset => asset.Id);
        Assert.Equal(assets.AsEnumerable().Reverse().Select(asset => asset.Id), listed);
        Assert.Null(third.Cursor);
    }

    [SkippableFact]
    public async Task Assets_of_the_same_instant_are_neither_repeated_nor_skipped()
    {
        var owner = NewOwner();
        for (var n = 0; n < 5; n++)
        {
            await Store.AddAsync(Asset(owner), Ct);
        }

        var listed = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Store.ListAsync(owner, trashed: false, cursor, 2, Ct);
            listed.AddRange(page.Items.Select(asset => asset.Id));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(5, listed.Distinct().Count());
        Assert.Equal(5, listed.Count);
    }

    [SkippableFact]
    public async Task What_is_added_while_someone_pages_neither_repeats_nor_hides_the_others()
    {
        var owner = NewOwner();
        var assets = Enumerable.Range(0, 4).Select(n => Asset(owner, Now.AddMinutes(n))).ToList();
        foreach (var asset in assets)
        {
            await Store.AddAsync(asset, Ct);
        }

        var first = await Store.ListAsync(owner, trashed: false, null, 2, Ct);
        await Store.AddAsync(Asset(owner, Now.AddMinutes(9)), Ct);
        var second = await Store.ListAsync(owner, trashed: false, first.Cursor, 2, Ct);

        Assert.Equal([assets[1].Id, assets[0].Id], second.Items.Select(asset => asset.Id));
        Assert.Null(second.Cursor);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Pages_neither_repeat_nor_skip_while_assets_come_and_go(int seed)
    {
        var owner = NewOwner();
        return Paging.NeitherRepeatsNorSkipsAsync(
            seed,
            async place =>
            {
                var asset = Asset(owner, Now.AddMinutes(place));
                Assert.True(await Store.AddAsync(asset, Ct));
                return asset.Id;
            },
            async id =>
            {
                var stored = (await Store.FindAsync(id, Ct))!;
                Assert.NotNull(await Store.ReplaceAsync(stored.Value with { State = AssetState.Deleted }, stored.ETag, Ct));
            },
            async (cursor, limit) =>
            {
                var page = await Store.ListAsync(owner, false, cursor, limit, Ct);
                return new Page<string>([.. page.Items.Select(asset => asset.Id)], page.Cursor);
            });
    }

    [SkippableFact]
    public async Task An_asset_whose_id_was_taken_leaves_no_playback_id_behind()
    {
        var asset = Asset(NewOwner());
        await Store.AddAsync(asset, Ct);
        var other = asset with { PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)], OwnerId = NewOwner() };

        Assert.False(await Store.AddAsync(other, Ct));

        Assert.Null(await Store.FindByPlaybackIdAsync(other.PlaybackIds[0].Id, Ct));
        Assert.NotNull(await Store.FindByPlaybackIdAsync(asset.PlaybackIds[0].Id, Ct));
        Assert.Empty((await Store.ListAsync(other.OwnerId, trashed: false, null, 10, Ct)).Items);
    }

    [SkippableFact]
    public async Task A_deleted_asset_is_found_by_id_but_not_listed()
    {
        var asset = Asset(NewOwner());
        await Store.AddAsync(asset, Ct);
        var stored = await Store.FindAsync(asset.Id, Ct);

        await Store.ReplaceAsync(asset with { State = AssetState.Deleted }, stored!.ETag, Ct);

        Assert.NotNull(await Store.FindAsync(asset.Id, Ct));
        Assert.Empty((await Store.ListAsync(asset.OwnerId, trashed: false, null, 10, Ct)).Items);
    }

    [SkippableFact]
    public async Task What_goes_to_another_owner_is_listed_there_alone_and_back_again()
    {
        var (asset, other) = (Asset(NewOwner()), NewOwner());
        await Store.AddAsync(asset, Ct);
        foreach (var (owner, former) in new[] { (other, asset.OwnerId), (asset.OwnerId, other) })
        {
            var stored = (await Store.FindAsync(asset.Id, Ct))!;
            Assert.NotNull(await Store.ReplaceAsync(stored.Value with { OwnerId = owner }, stored.ETag, Ct));

            Assert.Equal(asset.Id, Assert.Single((await Store.ListAsync(owner, trashed: false, null, 10, Ct)).Items).Id);
            Assert.Empty((await Store.ListAsync(former, trashed: false, null, 10, Ct)).Items);
        }
    }

    [SkippableFact]
    public async Task What_is_in_the_trash_is_listed_there_alone()
    {
        var owner = NewOwner();
        var (kept, trashed) = (Asset(owner), Asset(owner, Now.AddMinutes(1)) with { Trashed = new TrashMark(Now, Now.AddDays(30)) });
        await Store.AddAsync(kept, Ct);
        await Store.AddAsync(trashed, Ct);
        Assert.Equal([kept.Id], await ListedAsync(owner, trashed: false));
        Assert.Equal([trashed.Id], await ListedAsync(owner, trashed: true));

        await Store.ReplaceAsync(trashed with { Trashed = null }, (await Store.FindAsync(trashed.Id, Ct))!.ETag, Ct);
        await Store.ReplaceAsync(kept with { Trashed = trashed.Trashed }, (await Store.FindAsync(kept.Id, Ct))!.ETag, Ct);
        Assert.Equal([trashed.Id], await ListedAsync(owner, trashed: false));
        Assert.Equal([kept.Id], await ListedAsync(owner, trashed: true));
    }

    [SkippableTheory]
    [InlineData("nonsense")]
    [InlineData("!!")]
    [InlineData("fHw")]
    public async Task A_cursor_nobody_gave_is_refused(string cursor) =>
        await Assert.ThrowsAsync<InvalidCursorException>(() => Store.ListAsync(NewOwner(), trashed: false, cursor, 10, Ct));

    private async Task<IEnumerable<string>> ListedAsync(string owner, bool trashed) => (await Store.ListAsync(owner, trashed, null, 10, Ct)).Items.Select(asset => asset.Id);
}
