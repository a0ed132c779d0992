using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Catalog;

public sealed class AssetRoutesTests : IAsyncLifetime
{
    private readonly FunctionsHouse _house = new();
    private string _key = "";
    private string _assetId = "";

    public async Task InitializeAsync()
    {
        _key = await _house.NewKeyAsync();
        var open = await _house.Get<CreateUpload>().ExecuteAsync(
            EnsureFirstApiKey.FirstOwnerId, new NewUpload("sea.mp4", 1000, "The sea"), default);
        _assetId = open.Value.Upload.AssetId;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task An_asset_is_shown_with_its_state_and_where_it_plays()
    {
        var answer = await GetAsync(_key);

        Assert.Equal((200, "The sea", "awaitingUpload"), (answer.Status, answer.Text("title"), answer.Text("status")));
        Assert.Equal("public", answer.Body.GetProperty("playbackIds")[0].GetProperty("policy").GetString());
        Assert.False(answer.Body.GetProperty("playable").GetBoolean());
        Assert.StartsWith("http://localhost/watch/play_", answer.Text("watchUrl"), StringComparison.Ordinal);
        Assert.Equal("token", answer.Text("previewToken"));
        Assert.Equal(0, answer.Body.GetProperty("warnings").GetArrayLength());
        Assert.Null(answer.Text("failure"));
        Assert.Equal("no-store", answer.Headers.CacheControl);
    }

    [Fact]
    public async Task Someone_elses_asset_is_not_found()
    {
        var stranger = await _house.NewStrangerAsync();

        (await GetAsync(stranger)).IsProblem(404, "asset.not_found");
        (await PatchAsync(stranger, new { title = "Mine" })).IsProblem(404, "asset.not_found");
        Assert.Equal(0, (await ListAsync(stranger)).Body.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_creator_sees_their_assets()
    {
        var items = (await ListAsync(_key)).Body.GetProperty("items");

        Assert.Equal(_assetId, Assert.Single(items.EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_rename_with_the_etag_that_was_read_goes_through_once()
    {
        var etag = (await GetAsync(_key)).Headers.ETag.ToString();

        var first = await PatchAsync(_key, new { title = "Low tide" }, etag);
        var second = await PatchAsync(_key, new { title = "High tide" }, etag);
        var third = await PatchAsync(_key, new { title = "High tide" }, first.Headers.ETag.ToString());

        Assert.Equal((200, "Low tide"), (first.Status, first.Text("title")));
        second.IsProblem(412, "asset.changed");
        Assert.Equal((200, "High tide"), (third.Status, third.Text("title")));
    }

    [Fact]
    public async Task A_title_that_is_none_is_refused() =>
        (await PatchAsync(_key, new { title = " " })).IsProblem(400, "asset.title_invalid");

    private Task<Answer> GetAsync(string key) =>
        _house.AnswerAsync(_house.Function<GetOneAsset>().RunAsync(Request("GET", "assets", key), _assetId, default));

    private Task<Answer> ListAsync(string key) =>
        _house.AnswerAsync(_house.Function<GetAssets>().RunAsync(Request("GET", "assets", key), default));

    private Task<Answer> PatchAsync(string key, object body, string? ifMatch = null)
    {
        var request = Request("PATCH", "assets", key, body);
        request.Headers.IfMatch = ifMatch;
        return _house.AnswerAsync(_house.Function<PatchAsset>().RunAsync(request, _assetId, default));
    }
}
