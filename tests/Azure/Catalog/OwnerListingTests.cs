using System.Text.Json;
using StreamPlatform.Azure.Catalog;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Azure.Tests.Catalog;

/// <summary>Pointers whose asset is deleted, or never came.</summary>
public sealed class OwnerListingTests : AssetHouse
{
    private readonly string _owner = NewOwner();

    [Fact]
    public async Task They_are_passed_over_until_the_page_is_full()
    {
        var (older, newer) = (Asset(_owner), Asset(_owner, Now.AddHours(1)));
        await Store.AddAsync(older, Ct);
        await Store.AddAsync(newer, Ct);
        for (var minute = 1; minute <= 7; minute++)
            Point(Asset(_owner, Now.AddMinutes(minute)));

        var page = await Store.ListAsync(_owner, trashed: false, null, 2, Ct);

        Assert.Equal([newer.Id, older.Id], page.Items.Select(asset => asset.Id));
        Assert.Null(page.Cursor);
    }

    [Fact]
    public async Task A_page_that_would_take_too_long_ends_early_and_the_next_goes_on()
    {
        var oldest = Asset(_owner);
        await Store.AddAsync(oldest, Ct);
        for (var minute = 1; minute <= (OwnerListing.MostPages * 2) + 1; minute++)
            Point(Asset(_owner, Now.AddMinutes(minute)));

        var first = await Store.ListAsync(_owner, trashed: false, null, 1, Ct);
        var second = await Store.ListAsync(_owner, trashed: false, first.Cursor, 1, Ct);

        Assert.Empty(first.Items);
        Assert.Equal([oldest.Id], second.Items.Select(asset => asset.Id));
        Assert.Null(second.Cursor);
    }

    [Fact]
    public async Task Pointers_that_go_between_two_pages_of_them_take_none_of_the_others_away()
    {
        var oldest = Asset(_owner);
        await Store.AddAsync(oldest, Ct);
        var gone = Enumerable.Range(1, 4).Select(minute => Asset(_owner, Now.AddMinutes(minute))).ToList();
        gone.ForEach(Point);
        var pages = 0;
        Stores.Cosmos.Before = (request, _) =>
        {
            if (request is { Operation: "query", Query: OwnerListing.Query } && ++pages == 2)
                gone.ForEach(asset => Stores.Cosmos[CosmosContainers.OwnerAssets].Delete($"[\"{_owner}\"]", IdOf(asset), null));
            return Task.FromResult<HttpResponseMessage?>(null);
        };

        var page = await Store.ListAsync(_owner, trashed: false, null, 1, Ct);

        Assert.Equal([oldest.Id], page.Items.Select(asset => asset.Id));
    }

    [Fact]
    public async Task An_asset_is_listed_for_its_owner_only_whatever_a_pointer_says()
    {
        var asset = Asset(NewOwner());
        await Store.AddAsync(asset, Ct);
        Point(asset with { OwnerId = _owner });

        Assert.Empty((await Store.ListAsync(_owner, trashed: false, null, 10, Ct)).Items);
    }

    private static string IdOf(Asset asset) => (string)JsonSerializer.SerializeToNode(AssetPointer.FromOwner(asset), DomainJson.Options)!["id"]!;

    private void Point(Asset asset) => Stores.Cosmos[CosmosContainers.OwnerAssets].Create(
        $"[\"{_owner}\"]", JsonSerializer.SerializeToNode(AssetPointer.FromOwner(asset), DomainJson.Options)!.AsObject());
}
