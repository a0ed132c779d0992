using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Processing;

/// <summary>One thing that is done to many assets.</summary>
public sealed class BulkTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();
    private readonly RecordingDurableClient _client = new();
    private string _key = "";

    public async Task InitializeAsync() => _key = await _house.NewKeyAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Each_asset_has_an_outcome_of_its_own_in_the_order_in_which_they_were_named()
    {
        var (first, second, trashed) = (await _house.AddAsync(AssetState.Ready), await _house.AddAsync(AssetState.Processing), await _house.AddAsync(AssetState.Ready));
        await PostAsync(new { ids = new[] { trashed.Id }, operation = "trash" });

        var (status, items) = await PostAsync(new
        {
            ids = new[] { second.Id, "asset_nothing", trashed.Id, first.Id, second.Id },
            operation = "change",
            change = new { visibility = "public", category = "music", tags = new[] { "sea" }, licence = "ccBy", description = (string?)null },
        });

        Assert.Equal(207, status);
        Assert.Equal([(second.Id, 200, null), ("asset_nothing", 404, "asset.not_found"), (trashed.Id, 409, "asset.trashed"), (first.Id, 200, null)], items);
        foreach (var id in new[] { first.Id, second.Id })
        {
            var asset = await AssetAsync(id);
            Assert.Equal((Visibility.Public, VideoCategory.Music, Licence.CcBy, "sea"), (asset.Visibility, asset.Metadata.Category, asset.Metadata.Licence, Assert.Single(asset.Metadata.Tags)));
        }

        Assert.Equal(Visibility.Unlisted, (await AssetAsync(trashed.Id)).Visibility);
    }

    [Fact]
    public async Task Many_go_into_the_trash_and_come_back_however_often_it_is_asked_for()
    {
        var assets = new[] { await _house.AddAsync(AssetState.Ready), await _house.AddAsync(AssetState.Ready) };
        var ids = assets.Select(asset => asset.Id).ToArray();

        foreach (var (operation, isTrashed) in new[] { ("trash", true), ("trash", true), ("restore", false), ("restore", false) })
        {
            Assert.All((await PostAsync(new { ids, operation })).Items, item => Assert.Equal(200, item.Status));
            foreach (var id in ids)
                Assert.Equal(isTrashed, (await AssetAsync(id)).Trashed is not null);
        }

        Assert.Equal(2, _client.Started.Count);
    }

    [Fact]
    public async Task A_change_that_can_not_be_is_refused_for_each()
    {
        var asset = await _house.AddAsync(AssetState.Ready);

        var (_, items) = await PostAsync(new { ids = new[] { asset.Id }, operation = "change", change = new { language = "?" } });

        Assert.Equal((asset.Id, 400, "asset.language_invalid"), Assert.Single(items));
    }

    [Fact]
    public async Task Nothing_is_done_to_what_is_somebody_elses()
    {
        var asset = await _house.AddAsync(AssetState.Ready);

        foreach (var operation in new[] { "trash", "restore" })
            Assert.Equal((asset.Id, 404, "asset.not_found"), Assert.Single((await PostAsync(new { ids = new[] { asset.Id }, operation }, await _house.NewStrangerAsync())).Items));

        Assert.Null((await AssetAsync(asset.Id)).Trashed);
        Assert.Empty(_client.Started);
    }

    [Theory]
    [InlineData("""{"operation": "trash"}""", "bulk.ids_invalid")]
    [InlineData("""{"ids": [], "operation": "trash"}""", "bulk.ids_invalid")]
    [InlineData("""{"ids": [null], "operation": "trash"}""", "bulk.ids_invalid")]
    [InlineData("""{"ids": ["a"]}""", "bulk.operation_missing")]
    [InlineData("""{"ids": ["a"], "operation": "change"}""", "bulk.change_invalid")]
    [InlineData("""{"ids": ["a"], "operation": "trash", "change": {}}""", "bulk.change_invalid")]
    [InlineData("""{"ids": ["a"], "operation": "burn"}""", "request.body_invalid")]
    public async Task What_can_not_be_meant_is_a_problem(string body, string code)
    {
        var (status, answer, _) = await _house.GetAsync(_house.Function<PostBulk>().RunAsync(Request("POST", "assets/bulk", _key, body), _client, default));

        Assert.Equal((400, code), (status, JsonDocument.Parse(answer).RootElement.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData(100, 207)]
    [InlineData(101, 400)]
    public async Task A_hundred_are_the_most(int count, int status) =>
        Assert.Equal(status, (await _house.GetAsync(_house.Function<PostBulk>().RunAsync(
            Request("POST", "assets/bulk", _key, new { ids = Enumerable.Range(0, count).Select(n => $"asset_{n}"), operation = "restore" }), _client, default))).Status);

    private async Task<Asset> AssetAsync(string id) => (await _house.Get<IAssetStore>().FindAsync(id, default))!.Value;

    private async Task<(int Status, List<(string Id, int Status, string? Code)> Items)> PostAsync(object body, string? key = null)
    {
        var (status, answer, _) = await _house.GetAsync(_house.Function<PostBulk>().RunAsync(Request("POST", "assets/bulk", key ?? _key, body), _client, default));
        return (status, [.. JsonDocument.Parse(answer).RootElement.GetProperty("items").EnumerateArray().Select(item => (
            item.GetProperty("id").GetString()!, item.GetProperty("status").GetInt32(), item.TryGetProperty("code", out var code) ? code.GetString() : null))]);
    }
}
