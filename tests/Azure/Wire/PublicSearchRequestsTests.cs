using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Search.Documents;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Azure.Search;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Azure.Tests.Wire;

/// <summary>What is sent to AI Search for public videos, and how its answers are read.</summary>
public sealed class PublicSearchRequestsTests
{
    private const string Written = """{"value":[{"key":"asset_1","status":true,"errorMessage":null,"statusCode":200}]}""";
    private const string Nothing = """{"value":[]}""";

    private static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    private static readonly IndexedVideo Video = new()
    {
        AssetId = "asset_1", Title = "Le Café", Description = "Long", Tags = ["Jazz Bar"], Category = "music", Language = "fr", ChannelId = "user_1", ChannelName = "Us", DurationSeconds = 300, Lines = 1200,
        Captions = ["de"], PublishedAt = Now.AddDays(-1), Views = 7, Likes = 3,
    };

    private readonly RecordingTransport _wire = new();
    private readonly FakeTimeProvider _clock = new(Now);

    [Fact]
    public async Task A_video_is_written_whole_into_every_index()
    {
        _wire.Then(() => Json(Written));

        await Index("public-videos", "public-videos-2").PutAsync(Video, default);

        Assert.Equal(["/indexes('public-videos')/docs/search.index", "/indexes('public-videos-2')/docs/search.index"], _wire.Requests.Select(sent => sent.Url.AbsolutePath).Order());
        var action = Assert.Single(JsonNode.Parse(_wire.Requests[0].Body)!["value"]!.AsArray())!;
        Assert.Equal("upload asset_1 medium 1080 True False 7", $"{action["@search.action"]} {action["id"]} {action["duration"]} {action["lines"]} {(bool)action["hasCaptions"]!} {(bool)action["isLive"]!} {action["views"]}");
        Assert.All(["title", "titleWords", "titleStems"], field => Assert.Equal("Le Café", action[field]!.ToString()));
        Assert.Equal(["channel user_1", "tag jazz bar", "captions de"], action["labels"]!.AsArray().Select(label => label!.ToString()));
        Assert.Equal(Now, DateTimeOffset.Parse(action["indexedAt"]!.ToString(), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_search_asks_for_every_term_in_one_of_its_ways_and_forgives_a_letter()
    {
        _wire.Then(() => Json(Nothing));

        await Index().SearchAsync(Query("Soccer in 東京 CAFÉ") with { Page = new PageRequest("h4", 2) }, default);

        var body = Body();
        Assert.Equal("""+(soccer OR football OR soccer~1^0.2) +(in) +("東京") +(cafe OR café OR cafe~1^0.2)""", body["search"]!.ToString());
        Assert.Equal("full all", $"{body["queryType"]} {body["searchMode"]}");
        Assert.Equal("titleWords,titleStems,tags,channelName,description", body["searchFields"]!.ToString());
        Assert.Equal("search.score() desc,publishedAt desc,id; 3 after 4", $"{body["orderby"]}; {body["top"]} after {body["skip"]}");
        Assert.Null(body["filter"]);
        Assert.Null(body["facets"]);
    }

    [Fact]
    public async Task Choices_become_conditions_whose_values_are_quoted()
    {
        _wire.Then(() => Json(Nothing));
        var filters = new VideoFilters("music", "pt-BR", "user_1' or true or '", "Jazz", VideoFilters.AnyCaptions, DurationBand.Long, Now, 720, Live: false);

        await Index().SearchAsync(Query("") with { Filters = filters, Sort = SearchSort.Rating, Facets = true }, default);

        var body = Body();
        Assert.Equal("*", body["search"]!.ToString());
        Assert.Equal(
            "category eq 'music' and language eq 'pt-BR' and duration eq 'long' and publishedAt ge 2026-03-14T15:09:26.0000000+00:00 and lines ge 720 and isLive eq false and hasCaptions eq true"
            + " and labels/any(label: label eq 'channel user_1'' or true or ''') and labels/any(label: label eq 'tag jazz')",
            body["filter"]!.ToString());
        Assert.Equal("rating desc,publishedAt desc,id", body["orderby"]!.ToString());
        Assert.True((bool)body["count"]!);
        Assert.Equal(["category,count:20", "language,count:20", "duration", "lines", "hasCaptions"], body["facets"]!.AsArray().Select(facet => facet!.ToString()));
    }

    [Fact]
    public async Task Hits_counts_and_marks_are_read()
    {
        _wire.Then(() => Json(
            """
            {"@odata.count":41,
             "@search.facets":{"category":[{"value":"music","count":30},{"value":"film","count":11}],"hasCaptions":[{"value":true,"count":4},{"value":false,"count":37}],"lines":[{"value":0,"count":1},{"value":1080,"count":40}]},
             "value":[
              {"@search.score":2.0,"@search.highlights":{"titleStems":["A \u0002Walk\u0003 by the sea"],"description":["we \u0002walked\u0003"]},"id":"asset_1","title":"A Walk by the sea","channelId":"channel_1","channelName":"Us","publishedAt":"2026-03-14T15:09:26Z"},
              {"@search.score":1.0,"@search.highlights":{"titleWords":["a part of it"]},"id":"asset_2","title":"Another","channelId":"channel_1","channelName":"","publishedAt":"2026-03-14T15:09:26Z"},
              {"@search.score":0.5,"id":"asset_3","title":"Third","channelId":"channel_1","channelName":"","publishedAt":"2026-03-14T15:09:26Z"}]}
            """));

        var found = await Index().SearchAsync(Query("walk") with { Facets = true, Page = new PageRequest(null, 2) }, default);

        Assert.Equal(["asset_1", "asset_2"], found.Items.Select(hit => hit.AssetId));
        Assert.Equal((new HitChannel("channel_1", "Us"), Now), (found.Items[0].Channel, found.Items[0].PublishedAt));
        Assert.Equal([new TextMark(2, 4)], found.Items[0].Title.Marks);
        Assert.Equal("we walked", found.Items[0].Description!.Text);
        Assert.Equal(("Another", 0), (found.Items[1].Title.Text, found.Items[1].Title.Marks.Count));
        Assert.Equal(("h2", 41), (found.Cursor, found.Total));
        Assert.Equal([new FacetCount("music", 30), new FacetCount("film", 11)], found.Facets!.Category);
        Assert.Equal([new FacetCount("false", 37), new FacetCount("true", 4)], found.Facets.Captions);
        Assert.Equal([new FacetCount("1080", 40)], found.Facets.Resolution);
        Assert.Empty(found.Facets.Language);
    }

    [Fact]
    public async Task Suggestions_are_the_suggester_s_the_popular_first()
    {
        _wire.Then(() => Json("""{"value":[{"@search.text":"Le Café","id":"asset_1"}]}"""));

        Assert.Equal(["asset_1"], await Index().SuggestAsync("le CA", 20, default));
        Assert.Empty(await Index().SuggestAsync("?!", 20, default));

        var sent = Assert.Single(_wire.Requests);
        Assert.Equal("/indexes('public-videos')/docs/search.post.suggest", sent.Url.AbsolutePath);
        Assert.Equal("le ca titles 20 views desc,publishedAt desc", $"{Body()["search"]} {Body()["suggesterName"]} {Body()["top"]} {Body()["orderby"]}");
    }

    [Fact]
    public async Task Related_are_asked_for_by_words_and_by_channel_without_the_video()
    {
        _wire.Then(() => Json("""{"value":[{"@search.score":1.0,"id":"asset_2","title":"Another","channelId":"channel_1","channelName":"","publishedAt":"2026-03-14T15:09:26Z"}]}"""));

        Assert.Equal("asset_2", Assert.Single(await Index().RelatedAsync(Video, 10, default)).AssetId);

        var bodies = _wire.Requests.Select(sent => JsonNode.Parse(sent.Body)!).OrderBy(body => body["search"]!.ToString()).ToList();
        Assert.Equal("* id ne 'asset_1' and labels/any(label: label eq 'channel user_1')", $"{bodies[0]["search"]} {bodies[0]["filter"]}");
        Assert.Equal("cafe OR jazz OR bar id ne 'asset_1' any", $"{bodies[1]["search"]} {bodies[1]["filter"]} {bodies[1]["searchMode"]}");
    }

    [Fact]
    public async Task A_rebuild_sweeps_what_it_did_not_come_by()
    {
        _wire.Then(() => Json("""{"value":[{"@search.score":1.0,"id":"asset_old"}]}""")).Then(() => Json(Written));
        var generation = new IndexGeneration("1", Now);
        var generations = new AiSearchIndexGenerations(Clients("public-videos"), _clock);

        Assert.True(await generations.FillAsync(generation, [], default));
        Assert.True(await generations.SwitchAsync(generation, default));

        Assert.Equal("indexedAt lt 2026-03-14T15:09:26.0000000+00:00 and id gt ''", JsonNode.Parse(_wire.Requests[0].Body)!["filter"]!.ToString());
        var action = Assert.Single(JsonNode.Parse(_wire.Requests[1].Body)!["value"]!.AsArray())!;
        Assert.Equal("delete asset_old", $"{action["@search.action"]} {action["id"]}");
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("3", true)]
    public async Task An_index_with_a_document_is_filled(string count, bool filled)
    {
        _wire.Then(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(count, Encoding.UTF8, "text/plain") });
        Assert.Equal(filled, await new AiSearchIndexGenerations(Clients("public-videos"), _clock).IsFilledAsync(default));
    }

    private static PublicQuery Query(string text) => new(text, VideoFilters.None, SearchSort.Relevance, false, new PageRequest(null, 20));

    private JsonNode Body() => JsonNode.Parse(_wire.Requests[0].Body)!;

    private AiSearchPublicIndex Index(params string[] names) => new(Clients(names.Length == 0 ? ["public-videos"] : names), _clock);

    private PublicIndexClients Clients(params string[] names)
    {
        var options = AzureSearch.Options();
        options.Transport = _wire.Transport;
        return new PublicIndexClients([.. names.Select(name => new SearchClient(new Uri("https://streamplatform.search.windows.net"), name, RecordingTransport.Somebody, options))]);
    }

    private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
