using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure;
using Azure.Search.Documents;
using StreamPlatform.Azure.Search;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Search;

namespace StreamPlatform.Azure.Tests.Wire;

/// <summary>What is sent to AI Search.</summary>
public sealed class SearchRequestsTests
{
    private const string Written = """{"value":[{"key":"asset_1","status":true,"errorMessage":null,"statusCode":200}]}""";

    private static readonly VideoDocument Document = new("asset_1", "user_1", "Le Cafe\u0301", 12.5, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private readonly RecordingTransport _wire = new();

    [Fact]
    public async Task A_document_is_merged_so_that_what_others_count_stays()
    {
        _wire.Then(() => Json(Written));

        await Index().PutAsync(Document, default);

        var sent = Assert.Single(_wire.Requests);
        Assert.Equal(("POST", "/indexes('videos')/docs/search.index", "?api-version=2023-11-01"), (sent.Method, sent.Url.AbsolutePath, sent.Url.Query));
        Assert.StartsWith("Bearer ", sent.Headers["Authorization"], StringComparison.Ordinal);
        var action = Assert.Single(JsonNode.Parse(sent.Body)!["value"]!.AsArray())!;
        Assert.Equal("mergeOrUpload asset_1 user_1 Le Cafe\u0301 12.5", $"{action["@search.action"]} {action["id"]} {action["ownerId"]} {action["titleWords"]} {action["durationSeconds"]}");
        Assert.All(["title", "titleBeginnings"], field => Assert.Equal(Document.Title, action[field]!.ToString()));
        Assert.Equal(Document.PublishedAt, DateTimeOffset.Parse(action["publishedAt"]!.ToString(), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Deleting_names_the_key_alone()
    {
        _wire.Then(() => Json(Written));

        await Index().DeleteAsync("asset_1", default);

        var action = Assert.Single(JsonNode.Parse(_wire.Requests[0].Body)!["value"]!.AsArray())!.AsObject();
        Assert.Equal(["@search.action", "id"], action.Select(field => field.Key).Order());
        Assert.Equal("delete asset_1", $"{action["@search.action"]} {action["id"]}");
    }

    [Fact]
    public async Task A_document_that_is_refused_in_a_batch_that_is_not_is_an_error()
    {
        _wire.Then(() => Json("""{"value":[{"key":"asset_1","status":false,"errorMessage":"Too large","statusCode":400}]}""", HttpStatusCode.MultiStatus));

        var error = await Assert.ThrowsAnyAsync<Exception>(() => Index().PutAsync(Document, default));

        Assert.Contains("asset_1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_asks_one_owner_s_for_all_words_and_one_hit_more_than_the_page()
    {
        _wire.Then(() => Json("""{"value":[{"@search.score":2.0,"id":"asset_1"},{"@search.score":1.5,"id":"asset_2"},{"@search.score":1.0,"id":"asset_3"}]}"""));

        var page = await Index().SearchAsync(new VideoQuery("user_1' or ownerId ne 'x", "Walk by the: SEA", new PageRequest("h4", 2)), default);

        Assert.Equal(["asset_1", "asset_2"], page.Items);
        Assert.Equal("h6", page.Cursor);
        var sent = Assert.Single(_wire.Requests);
        Assert.Equal("/indexes('videos')/docs/search.post.search", sent.Url.AbsolutePath);
        var body = JsonNode.Parse(sent.Body)!;
        Assert.Equal("+titleWords:walk +titleWords:by +titleWords:the +(titleWords:sea OR titleBeginnings:sea)", body["search"]!.ToString());
        Assert.Equal("ownerId eq 'user_1'' or ownerId ne ''x'", body["filter"]!.ToString());
        Assert.Equal("full all id", $"{body["queryType"]} {body["searchMode"]} {body["select"]}");
        Assert.Equal("search.score() desc,publishedAt desc,id; 3 after 4", $"{body["orderby"]}; {body["top"]} after {body["skip"]}");
    }

    [Fact]
    public async Task A_last_page_has_no_cursor_and_a_search_without_a_word_asks_nobody()
    {
        _wire.Then(() => Json("""{"value":[{"@search.score":2.0,"id":"asset_1"}]}"""));

        Assert.Null((await Index().SearchAsync(new VideoQuery("user_1", "sea", new PageRequest(null, 2)), default)).Cursor);
        Assert.Empty((await Index().SearchAsync(new VideoQuery("user_1", "?!", new PageRequest(null, 2)), default)).Items);

        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task A_service_that_is_throttled_is_asked_again_when_it_says()
    {
        _wire.Then(() =>
        {
            var busy = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            busy.Headers.Add("retry-after-ms", "5");
            return busy;
        }).Then(() => Json("""{"value":[]}"""));

        Assert.Empty((await Index().SearchAsync(new VideoQuery("user_1", "sea", new PageRequest(null, 2)), default)).Items);

        Assert.Equal(2, _wire.Requests.Count);
    }

    [Fact]
    public async Task One_that_stays_away_is_an_error()
    {
        _wire.Then(() => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));

        await Assert.ThrowsAsync<RequestFailedException>(() => Index().SearchAsync(new VideoQuery("user_1", "sea", new PageRequest(null, 2)), default));
        Assert.Equal(4, _wire.Requests.Count);
    }

    private AiSearchVideoIndex Index()
    {
        var options = AzureSearch.Options();
        options.Transport = _wire.Transport;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return new AiSearchVideoIndex(new SearchClient(new Uri("https://streamplatform.search.windows.net"), "videos", RecordingTransport.Somebody, options));
    }

    private static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
