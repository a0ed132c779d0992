using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Recommendations.Trending;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Functions.Recommendations;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Recommendations;

/// <summary>Anybody is told what trends and what the first page shows; caches may keep what is the same for all.</summary>
public sealed class RecommendationRoutesTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new(("StreamPlatform:CountryHeader", "X-Country"));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task What_trends_is_told_with_what_a_card_shows()
    {
        await RankAsync(Regions.World, await PublishAsync("Sea", VideoCategory.Music), await PublishAsync("Hills"));

        var (status, body, headers) = await TrendingAsync("?region=world&limit=1");

        Assert.Equal((200, "public, max-age=60"), (status, headers.CacheControl.ToString()));
        Assert.Equal(("world", "2026-03-14T15:00:00+00:00"), (body.GetProperty("region").GetString()!, body.GetProperty("madeAt").GetString()!));
        var video = Assert.Single(body.GetProperty("items").EnumerateArray());
        Assert.Equal(("Sea", "music", 0L), (video.GetProperty("title").GetString()!, video.GetProperty("category").GetString()!, video.GetProperty("views").GetInt64()));
        Assert.False(video.TryGetProperty("why", out _));
        Assert.Equal("Hills", Only(await TrendingAsync($"?region=world&limit=1&cursor={body.GetProperty("cursor").GetString()}")));
        Assert.Equal("Sea", Only(await TrendingAsync("?category=music")));
    }

    [Fact]
    public async Task Who_has_the_answer_already_is_told_so()
    {
        await RankAsync(Regions.World, await PublishAsync("Sea"));
        var (_, _, headers) = await TrendingAsync("");
        var etag = headers.ETag.ToString();

        var (status, body, again) = await TrendingAsync("", known: $"\"other\", W/{etag}");
        Assert.Equal((304, JsonValueKind.Undefined, etag, "public, max-age=60"), (status, body.ValueKind, again.ETag.ToString(), again.CacheControl.ToString()));
        Assert.Equal(200, (await TrendingAsync("", known: "\"other\"")).Status);
        Assert.Equal(304, (await HomeAsync(known: (await HomeAsync()).Headers.ETag.ToString())).Status);
    }

    [Fact]
    public async Task The_region_is_where_the_edge_says_the_viewer_is_unless_another_is_asked_for()
    {
        await RankAsync(Regions.World, await PublishAsync("Sea"));
        await RankAsync("JP", await PublishAsync("Fuji"));

        var (_, body, headers) = await TrendingAsync("", country: "JP");
        Assert.Equal(("JP", "private, max-age=60"), (body.GetProperty("region").GetString(), headers.CacheControl.ToString()));
        Assert.Equal("Sea", Only(await TrendingAsync("?region=world", country: "JP")));
        Assert.Equal("Fuji", Only(await TrendingAsync("?region=jp", country: "DE")));
        Assert.Equal("Sea", Only(await TrendingAsync("?region=LI")));
        Assert.Equal("JP", (await HomeAsync(country: "JP")).Body.GetProperty("region").GetString());
    }

    [Fact]
    public async Task What_is_new_is_on_the_first_page_with_what_it_is_there_for()
    {
        await RankAsync(Regions.World, await PublishAsync("Sea"));
        await PublishAsync("Fresh");
        _house.Clock.Advance(TimeSpan.FromMinutes(2));

        var (status, body, headers) = await HomeAsync();
        Assert.Equal((200, "public, max-age=60"), (status, headers.CacheControl.ToString()));
        Assert.Equal("Authorization, x-api-key, Account-Id", headers.Vary.ToString());
        Assert.Equal(["Sea trending", "Fresh fresh"], body.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("title").GetString()} {item.GetProperty("why").GetString()}"));
        Assert.Equal("private, max-age=60", (await HomeAsync(key: await _house.NewKeyAsync())).Headers.CacheControl.ToString());
    }

    [Fact]
    public async Task Before_anything_is_counted_nothing_trends()
    {
        var (status, body, _) = await TrendingAsync("");
        Assert.Equal((200, "world", 0), (status, body.GetProperty("region").GetString(), body.GetProperty("items").GetArrayLength()));
        Assert.False(body.TryGetProperty("madeAt", out _));
    }

    [Theory]
    [InlineData("region=Atlantis", "trending.choice_invalid")]
    [InlineData("region=XX", "trending.choice_invalid")]
    [InlineData("category=music,sports", "trending.choice_invalid")]
    [InlineData("limit=0", "request.limit_invalid")]
    [InlineData("cursor=x", "request.cursor_invalid")]
    public async Task A_choice_that_is_none_is_refused(string query, string code)
    {
        var (status, body, _) = await TrendingAsync($"?{query}");
        Assert.Equal((400, code), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_page_of_the_first_page_that_is_none_is_refused()
    {
        Assert.Equal("request.cursor_invalid", (await HomeAsync("?cursor=x")).Body.GetProperty("code").GetString());
        Assert.Equal("request.limit_invalid", (await HomeAsync("?limit=x")).Body.GetProperty("code").GetString());
    }

    private static string Only((int, JsonElement Body, IHeaderDictionary) answer) => Assert.Single(answer.Body.GetProperty("items").EnumerateArray()).GetProperty("title").GetString()!;

    private async Task<Asset> PublishAsync(string title, VideoCategory? category = null)
    {
        var asset = await _house.AddAsync(AssetState.Ready, ownerId: Domain.OpaqueId.New("user"), visibility: Visibility.Public);
        asset = (await _house.Get<Assets>().UpdateAsync(asset.Id, each => each with { Title = title, Metadata = each.Metadata with { Category = category } }, default)).Value;
        await _house.Get<ListVideo>().ExecuteAsync(new VideoEvent($"{asset.Id}/1", VideoEvents.Published, asset.Id, _house.Clock.GetUtcNow()), default);
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        return asset;
    }

    /// <summary>As if these had been watched, the first most of all.</summary>
    private async Task RankAsync(string region, params Asset[] assets)
    {
        var hour = new DateTimeOffset(2026, 3, 14, 14, 0, 0, TimeSpan.Zero);
        var videos = assets.Select((asset, place) => new TrendingVideo(asset.Id, asset.OwnerId, asset.Metadata.Category, asset.CreatedAt, 100 - place, 50));
        var documents = _house.Get<IDocuments>();
        await documents.WriteAsync(TrendingList.Kind.Put(new TrendingList(1, region, 1, hour, [.. videos])), default);
        await documents.WriteAsync(TrendingHead.Kind.Put(new TrendingHead(1, 1, hour, region == Regions.World ? [] : [region])), default);
    }

    private Task<(int Status, JsonElement Body, IHeaderDictionary Headers)> TrendingAsync(string query, string? country = null, string? known = null) =>
        AnswerAsync(request => _house.Function<GetTrending>().RunAsync(request, default), "trending", query, null, country, known);

    private Task<(int Status, JsonElement Body, IHeaderDictionary Headers)> HomeAsync(string query = "", string? key = null, string? country = null, string? known = null) =>
        AnswerAsync(request => _house.Function<GetHome>().RunAsync(request, default), "home", query, key, country, known);

    private async Task<(int Status, JsonElement Body, IHeaderDictionary Headers)> AnswerAsync(
        Func<HttpRequest, Task<IResult>> run, string path, string query, string? key, string? country, string? known)
    {
        var request = Request("GET", path, key, query: query);
        request.Headers["X-Country"] = country;
        request.Headers.IfNoneMatch = known;
        var (status, body, headers) = await _house.GetAsync(run(request));
        return (status, body.Length == 0 ? default : JsonDocument.Parse(body).RootElement, headers);
    }
}
