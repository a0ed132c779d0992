using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Search;
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
    public async Task An_asset_gets_more_playback_ids_once_each_and_loses_all_but_the_last()
    {
        var first = (await GetAsync(_key)).Body.GetProperty("playbackIds")[0].GetProperty("id").GetString()!;
        var made = await AddIdAsync("signed", "a");
        Assert.Equal((201, "signed", made.Text("id")), (made.Status, made.Text("policy"), (await AddIdAsync("signed", "a")).Text("id")));
        Assert.Equal(_assetId, (await _house.Get<IAssetStore>().FindByPlaybackIdAsync(made.Text("id")!, default))!.Value.Id);

        for (var times = 0; times < 2; times++)
            Assert.Equal(204, (await DropIdAsync(first)).Status);
        Assert.Null(await _house.Get<IAssetStore>().FindByPlaybackIdAsync(first, default));
        (await DropIdAsync(made.Text("id")!)).IsProblem(409, "asset.last_playback_id");
        for (var more = 1; more < EditPlaybackIds.Most; more++)
            Assert.Equal(201, (await AddIdAsync(null, null)).Status);
        (await AddIdAsync(null, null)).IsProblem(409, "asset.too_many_playback_ids");
    }

    private Task<Answer> AddIdAsync(string? policy, string? once)
    {
        var request = Request("POST", $"assets/{_assetId}/playback-ids", _key, new { policy });
        if (once is not null)
            request.Headers["Idempotency-Key"] = once;
        return _house.AnswerAsync(_house.Function<PostPlaybackId>().RunAsync(request, _assetId, default));
    }

    private Task<Answer> DropIdAsync(string id) =>
        _house.AnswerAsync(_house.Function<DeletePlaybackId>().RunAsync(Request("DELETE", $"assets/{_assetId}/playback-ids/{id}", _key), _assetId, id, default));

    [Fact]
    public async Task Someone_elses_asset_is_not_found()
    {
        var stranger = await _house.NewStrangerAsync();

        (await GetAsync(stranger)).IsProblem(404, "asset.not_found");
        (await PatchAsync(stranger, new { title = "Mine" })).IsProblem(404, "asset.not_found");
        Assert.Equal(0, (await ListAsync(stranger)).Body.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_listing_gives_of_each_asset_the_fields_that_are_asked_for()
    {
        var item = Assert.Single((await FieldsAsync("title, id")).EnumerateArray());

        Assert.Equal(["id", "title"], item.EnumerateObject().Select(field => field.Name));
        Assert.StartsWith("http://localhost/watch/", Assert.Single((await FieldsAsync("watchUrl")).EnumerateArray()).GetProperty("watchUrl").GetString(), StringComparison.Ordinal);
        (await ListAsync(_key, "?fields=id,ownerId")).IsProblem(400, "request.fields_invalid");
        (await ListAsync(_key, "?fields=,")).IsProblem(400, "request.fields_invalid");
        (await ListAsync(_key, "?fields=id&limit=0")).IsProblem(400, "request.limit_invalid");
    }

    [Fact]
    public async Task A_creator_sees_their_assets()
    {
        var items = (await ListAsync(_key)).Body.GetProperty("items");

        Assert.Equal(_assetId, Assert.Single(items.EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task With_words_only_what_is_found_by_them_is_listed()
    {
        await _house.Get<Assets>().UpdateAsync(_assetId, asset => asset with { PublishedRunId = "1-0123" }, default);
        await _house.Function<VideoToIndex>().RunAsync(new VideoEvent("1", VideoEvents.Published, _assetId, default), default);

        Assert.Equal(_assetId, Assert.Single((await ListAsync(_key, "?q=sea")).Body.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        Assert.Empty((await ListAsync(_key, "?q=mountain")).Body.GetProperty("items").EnumerateArray());
        Assert.Empty((await ListAsync(await _house.NewStrangerAsync(), "?q=sea")).Body.GetProperty("items").EnumerateArray());
        (await ListAsync(_key, $"?q={new string('a', 201)}")).IsProblem(400, "request.query_too_long");
        (await ListAsync(_key, "?q=sea&cursor=nonsense")).IsProblem(400, "request.cursor_invalid");
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

    private async Task<System.Text.Json.JsonElement> FieldsAsync(string fields) =>
        (await _house.PartAsync(_house.Function<GetAssets>().RunAsync(Request("GET", "assets", _key, query: $"?fields={Uri.EscapeDataString(fields)}"), default))).Body.GetProperty("items");

    private Task<Answer> ListAsync(string key, string query = "") =>
        _house.AnswerAsync(_house.Function<GetAssets>().RunAsync(Request("GET", "assets", key, query: query), default));

    private Task<Answer> PatchAsync(string key, object body, string? ifMatch = null)
    {
        var request = Request("PATCH", "assets", key, body);
        request.Headers.IfMatch = ifMatch;
        return _house.AnswerAsync(_house.Function<PatchAsset>().RunAsync(request, _assetId, default));
    }
}
