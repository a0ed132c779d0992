using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Search;
using StreamPlatform.Functions.Search;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Search;

/// <summary>Anybody searches, and is shown what a viewer needs and nothing of the owner's.</summary>
public sealed class SearchRoutesTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_public_video_is_found_with_what_a_list_shows_of_it()
    {
        var asset = await PublishAsync("A walk by the sea", new AssetMetadata { Description = "We walk for hours.", Category = VideoCategory.Sports, Language = "en", Tags = ["beach"] });
        await PublishAsync("Unlisted walk by the sea", visibility: Visibility.Unlisted);

        var (status, body, headers) = await SearchAsync("?q=walking&facets=true");

        Assert.Equal((200, "public, max-age=60"), (status, headers.CacheControl.ToString()));
        var video = Assert.Single(body.GetProperty("items").EnumerateArray());
        Assert.Equal(asset.PlaybackIds[0].Id, video.GetProperty("playbackId").GetString());
        Assert.Equal("A walk by the sea", video.GetProperty("title").GetString());
        Assert.Equal("""[{"start":2,"length":4}]""", video.GetProperty("titleMarks").GetRawText());
        Assert.Equal("We walk for hours.", video.GetProperty("description").GetProperty("text").GetString());
        Assert.Equal((Channel.DefaultIdOf(asset.OwnerId), "sports", "en", 8.0), (video.GetProperty("channel").GetProperty("id").GetString()!, video.GetProperty("category").GetString()!, video.GetProperty("language").GetString()!, video.GetProperty("durationSeconds").GetDouble()));
        Assert.Equal($"http://localhost:7071/api/playback/{asset.PlaybackIds[0].Id}/poster", video.GetProperty("posterUrl").GetString());
        Assert.Equal(1, body.GetProperty("total").GetInt64());
        Assert.Equal("""[{"value":"sports","count":1}]""", body.GetProperty("facets").GetProperty("category").GetRawText());
        Assert.False(video.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task A_mistyped_word_is_forgiven_and_told()
    {
        await PublishAsync("Lighthouse at night");

        var (_, body, _) = await SearchAsync("?q=ligthhouse%20night");

        Assert.Single(body.GetProperty("items").EnumerateArray());
        Assert.Equal("lighthouse night", body.GetProperty("didYouMean").GetString());
        Assert.False(body.TryGetProperty("facets", out _));
    }

    [Fact]
    public async Task Pages_follow_one_another()
    {
        for (var i = 0; i < 5; i++)
        {
            await PublishAsync($"Episode {i}");
        }

        var (titles, query) = (new List<string>(), "?q=episode&limit=2&sort=date");
        for (var cursor = ""; ;)
        {
            var (_, body, _) = await SearchAsync(query + cursor);
            titles.AddRange(body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!));
            if (!body.TryGetProperty("cursor", out var next))
            {
                break;
            }

            cursor = $"&cursor={next.GetString()}";
        }

        Assert.Equal(5, titles.Distinct().Count());
        Assert.Equal(5, titles.Count);
    }

    [Theory]
    [InlineData("sort=newest", "search.choice_invalid")]
    [InlineData("sort=1", "search.choice_invalid")]
    [InlineData("category=music,sports", "search.choice_invalid")]
    [InlineData("duration=longish", "search.choice_invalid")]
    [InlineData("language=english", "search.choice_invalid")]
    [InlineData("captions=x", "search.choice_invalid")]
    [InlineData("publishedSince=yesterday", "search.choice_invalid")]
    [InlineData("resolution=1", "search.choice_invalid")]
    [InlineData("live=maybe", "search.choice_invalid")]
    [InlineData("facets=2", "search.choice_invalid")]
    [InlineData("limit=0", "request.limit_invalid")]
    [InlineData("cursor=x", "request.cursor_invalid")]
    public async Task A_choice_that_is_none_is_refused(string query, string code)
    {
        var (status, body, _) = await SearchAsync($"?q=sea&{query}");
        Assert.Equal((400, code), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Too_long_a_text_is_refused()
    {
        var text = new string('a', 201);
        Assert.Equal("request.query_too_long", (await SearchAsync($"?q={text}")).Body.GetProperty("code").GetString());
        Assert.Equal("request.query_too_long", (await SuggestAsync(text)).GetProperty("code").GetString());
        Assert.Equal("search.choice_invalid", (await SearchAsync($"?channel={text}")).Body.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Titles_are_suggested_once_each_and_only_public_ones()
    {
        await PublishAsync("Harbour lights");
        await PublishAsync("HARBOUR LIGHTS!");
        await PublishAsync("Harbour secrets", visibility: Visibility.Private);

        Assert.Single((await SuggestAsync("harb")).GetProperty("suggestions").EnumerateArray());
        Assert.Empty((await SuggestAsync("harbour s")).GetProperty("suggestions").EnumerateArray());
        Assert.Empty((await SuggestAsync("")).GetProperty("suggestions").EnumerateArray());
    }

    [Fact]
    public async Task Related_videos_are_told_to_whoever_may_watch()
    {
        var other = await PublishAsync("Harbour lanterns by day");
        var unlisted = await PublishAsync("Harbour lanterns", visibility: Visibility.Unlisted);
        var secret = await PublishAsync("Harbour lanterns", visibility: Visibility.Private);

        var (status, body, headers) = await RelatedAsync(unlisted.PlaybackIds[0].Id);

        Assert.Equal((200, "public, max-age=60"), (status, headers.CacheControl.ToString()));
        Assert.Equal([other.PlaybackIds[0].Id], body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("playbackId").GetString()));
        Assert.Equal((404, "playback.not_found"), ((await RelatedAsync(secret.PlaybackIds[0].Id)) is var (code, problem, _) ? (code, problem.GetProperty("code").GetString()) : default));
        Assert.Equal("private, max-age=60", (await RelatedAsync(secret.PlaybackIds[0].Id, await _house.OwnersQueryAsync(secret))).Headers.CacheControl.ToString());
    }

    [Fact]
    public async Task A_rebuild_is_started_once_a_minute_and_asked_after()
    {
        var client = new RecordingDurableClient();
        var post = _house.Function<PostSearchRebuild>();

        var first = await ReadAsync(post.RunAsync(Request("POST", "operations/search-rebuilds"), client, default));
        await ReadAsync(post.RunAsync(Request("POST", "operations/search-rebuilds"), client, default));

        Assert.Equal((202, "search-202603141509", "filling"), (first.Status, first.Body.GetProperty("id").GetString(), first.Body.GetProperty("state").GetString()));
        var unknown = await ReadAsync(_house.Function<GetSearchRebuild>().RunAsync(Request("GET", "operations/search-rebuilds/x"), "process-1", client, default));
        Assert.Equal((404, "search.rebuild_not_found"), (unknown.Status, unknown.Body.GetProperty("code").GetString()));
    }

    private async Task<Asset> PublishAsync(string title, AssetMetadata? metadata = null, Visibility visibility = Visibility.Public)
    {
        var asset = await _house.AddAsync(AssetState.Ready);
        var written = await _house.Get<Assets>().UpdateAsync(asset.Id, read => read with { Title = title, Visibility = visibility, Metadata = metadata ?? AssetMetadata.None }, default);
        await _house.Get<IndexVideo>().ExecuteAsync(asset.Id, default);
        return written.Value;
    }

    private Task<(int Status, JsonElement Body, IHeaderDictionary Headers)> SearchAsync(string query) =>
        ReadAsync(_house.Function<GetSearch>().RunAsync(Request("GET", "search", query: query), default));

    private async Task<JsonElement> SuggestAsync(string typed) =>
        (await ReadAsync(_house.Function<GetSuggestions>().RunAsync(Request("GET", "search/suggestions", query: $"?q={Uri.EscapeDataString(typed)}"), default))).Body;

    private Task<(int Status, JsonElement Body, IHeaderDictionary Headers)> RelatedAsync(string playbackId, string query = "") =>
        ReadAsync(_house.Function<GetRelated>().RunAsync(Request("GET", $"playback/{playbackId}/related", query: query), playbackId, default));

    private async Task<(int Status, JsonElement Body, IHeaderDictionary Headers)> ReadAsync(Task<IResult> result)
    {
        var (status, body, headers) = await _house.GetAsync(result);
        return (status, JsonDocument.Parse(body).RootElement, headers);
    }
}
