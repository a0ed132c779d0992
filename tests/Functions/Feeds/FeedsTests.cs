using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Restrictions;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Feeds;
using StreamPlatform.Functions.Tests.Playback;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Feeds;

/// <summary>What other sites, feed readers and crawlers are told, and what nobody is.</summary>
public sealed partial class FeedsTests : IAsyncLifetime
{
    private const string Site = "http://localhost:7071";
    private const string Nasty = "</script><script>alert(1)</script> & \"Tom's\" <b>]]>";

    private readonly PlaybackHouse _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task The_page_of_a_public_video_tells_of_it_to_who_runs_no_scripts()
    {
        var (_, id) = await AddAsync("The sea", asset => asset with { Metadata = new AssetMetadata { Description = "Waves\nand wind.", Tags = ["sea", "wind"], Language = "en" } });

        var (page, headers) = await PageAsync(id);

        Assert.Contains("<title>The sea · StreamPlatform</title>", page, StringComparison.Ordinal);
        Assert.Equal("Waves and wind.", Meta(page, "og:description"));
        Assert.Equal($"{Site}/watch/{id}", Meta(page, "og:url"));
        Assert.Equal(($"{Site}/embed/{id}", "1280", "720"), (Meta(page, "og:video"), Meta(page, "og:video:width"), Meta(page, "og:video:height")));
        Assert.Equal(("player", $"{Site}/embed/{id}"), (Meta(page, "twitter:card"), Meta(page, "twitter:player")));
        Assert.Equal($"{Site}/api/playback/{id}/poster", Meta(page, "og:image"));
        Assert.Contains("application/json+oembed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", page, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);

        var json = JsonDocument.Parse(JsonLd().Match(page).Groups[1].Value).RootElement;
        Assert.Equal(("VideoObject", "The sea", "PT1M1S"), (json.GetProperty("@type").GetString(), json.GetProperty("name").GetString(), json.GetProperty("duration").GetString()));
        Assert.Equal($"{Site}/api/playback/{id}/poster", json.GetProperty("thumbnailUrl")[0].GetString());
        Assert.True(json.GetProperty("uploadDate").TryGetDateTimeOffset(out _));
    }

    [Fact]
    public async Task Nothing_that_people_write_becomes_markup()
    {
        var (asset, id) = await AddAsync(Nasty, asset => asset with { Metadata = new AssetMetadata { Description = Nasty, Tags = ["</script>"] } });

        var (page, _) = await PageAsync(id);
        var embed = await OEmbedAsync(id);
        var xml = (await OEmbedAsync(id, "&format=xml")).Body;

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal(2, Scripts().Count(page));
        Assert.Equal(Nasty, JsonDocument.Parse(JsonLd().Match(page).Groups[1].Value).RootElement.GetProperty("name").GetString());
        Assert.DoesNotContain("<script", JsonDocument.Parse(embed.Body).RootElement.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal(Nasty, XDocument.Parse(xml).Root!.Element("title")!.Value);
        foreach (var format in new[] { "rss", "atom" })
            Assert.Contains(XDocument.Parse((await FeedAsync(asset, format)).Body).Descendants(), element => element.Name.LocalName == "title" && element.Value == Nasty);
        Assert.Contains(XDocument.Parse(await SitemapAsync()).Descendants(), element => element.Name.LocalName == "title" && element.Value == Nasty);
    }

    [Theory]
    [InlineData(Visibility.Private)]
    [InlineData(Visibility.Members)]
    [InlineData(Visibility.Premium)]
    [InlineData(Visibility.Scheduled)]
    public async Task What_is_not_for_everybody_is_nowhere_told_of(Visibility visibility)
    {
        var (asset, id) = await AddAsync("Secret sea", asset => asset with { Visibility = visibility, PublishAt = visibility == Visibility.Scheduled ? _house.Clock.GetUtcNow().AddDays(1) : null });

        var absent = await PageAsync("play_0123456789abcdefghjkmnpqrs");
        Assert.Equal(absent.Body, (await PageAsync(id)).Body);
        Assert.Contains("noindex", absent.Body, StringComparison.Ordinal);
        Assert.Equal((404, "oembed.not_found"), Code(await OEmbedAsync(id)));
        await NowhereAsync(asset, "Secret sea");
    }

    [Fact]
    public async Task What_is_unlisted_is_told_of_to_who_has_its_address_and_found_by_nobody()
    {
        var (asset, id) = await AddAsync("Hidden sea", asset => asset with { Visibility = Visibility.Unlisted });

        var (page, _) = await PageAsync(id);

        Assert.Equal("Hidden sea", Meta(page, "og:title"));
        Assert.Equal("noindex", Meta(page, "robots"));
        Assert.Equal(200, (await OEmbedAsync(id)).Status);
        await NowhereAsync(asset, "Hidden sea");
    }

    [Fact]
    public async Task What_becomes_private_is_told_of_no_more_before_any_event_has_come()
    {
        var (asset, id) = await AddAsync("The sea");
        await _house.Get<Assets>().UpdateAsync(asset.Id, now => now with { Visibility = Visibility.Private }, default);

        Assert.DoesNotContain("The sea", (await PageAsync(id)).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await OEmbedAsync(id)).Status);
        await NowhereAsync(asset, "The sea");
    }

    [Fact]
    public async Task Only_pages_that_the_owner_named_may_frame_a_video()
    {
        var (_, open) = await AddAsync("The sea");
        var (_, closed) = await AddAsync("The bay", asset => asset with { Restrictions = new ViewingRestrictions { AllowedOrigins = ["www.example.com", "*.example.org"] } });

        Assert.EndsWith("frame-ancestors *", (await PageAsync(open, embed: true)).Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'self' https://www.example.com https://*.example.org", (await PageAsync(closed, embed: true)).Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal(404, (await OEmbedAsync(closed)).Status);
        Assert.DoesNotContain("og:video", (await PageAsync(closed)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 640, 360)]
    [InlineData("&maxwidth=320", 320, 180)]
    [InlineData("&maxheight=90", 160, 90)]
    [InlineData("&maxwidth=320&maxheight=90", 160, 90)]
    [InlineData("&maxwidth=-1&maxheight=many", 640, 360)]
    public async Task OEmbed_fits_what_is_asked_for(string query, int width, int height)
    {
        var (_, id) = await AddAsync("The sea");

        var (status, body, headers) = await OEmbedAsync(id, query);

        Assert.Equal((200, "*"), (status, headers.AccessControlAllowOrigin.ToString()));
        var told = JsonDocument.Parse(body).RootElement;
        Assert.Equal(("video", "1.0", width, height), (told.GetProperty("type").GetString(), told.GetProperty("version").GetString(), told.GetProperty("width").GetInt32(), told.GetProperty("height").GetInt32()));
        Assert.Equal(("The sea", "Channel", 1280), (told.GetProperty("title").GetString(), told.GetProperty("author_name").GetString(), told.GetProperty("thumbnail_width").GetInt32()));
        Assert.Contains($"<iframe src=\"{Site}/embed/{id}\" width=\"{width}\" height=\"{height}\"", told.GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/watch/{0}", 404, "oembed.not_found")]
    [InlineData("http://localhost:7071.elsewhere.example/watch/{0}", 404, "oembed.not_found")]
    [InlineData("http://localhost:7071@elsewhere.example/watch/{0}", 404, "oembed.not_found")]
    [InlineData("http://localhost:7071/upload", 404, "oembed.not_found")]
    [InlineData("http://localhost:7071/watch/", 404, "oembed.not_found")]
    [InlineData("{0}", 404, "oembed.not_found")]
    [InlineData("", 404, "oembed.not_found")]
    [InlineData("http://localhost:7071/watch/{0}&format=yaml", 501, "oembed.format_unsupported")]
    public async Task OEmbed_knows_no_other_addresses(string url, int status, string code)
    {
        var (_, id) = await AddAsync("The sea");

        Assert.Equal((status, code), Code(await AnswerAsync(_house.Function<GetOEmbed>().RunAsync(Request("GET", "oembed", query: $"?url={string.Format(System.Globalization.CultureInfo.InvariantCulture, url, id)}"), default))));
    }

    [Fact]
    public async Task Rss_has_what_rss_must_have()
    {
        var (asset, id) = await AddAsync("The sea", asset => asset with { Metadata = new AssetMetadata { Description = "Waves \ud83c\udf0a and a stray \ud83c\uFFFE." } });

        var (status, body, headers) = await FeedAsync(asset, "rss");

        Assert.Equal((200, "application/rss+xml; charset=utf-8"), (status, headers.ContentType.ToString()));
        var channel = XDocument.Parse(body).Root!.Element("channel")!;
        Assert.Equal("2.0", channel.Parent!.Attribute("version")!.Value);
        Assert.All(new[] { "title", "link", "description" }, name => Assert.NotEqual("", channel.Element(name)!.Value));
        var item = Assert.Single(channel.Elements("item"));
        Assert.Equal(("The sea", $"{Site}/watch/{id}", id, "Sat, 14 Mar 2026 15:09:26 GMT"), (item.Element("title")!.Value, item.Element("link")!.Value, item.Element("guid")!.Value, item.Element("pubDate")!.Value));
        Assert.StartsWith("Waves \ud83c\udf0a and a stray ", item.Element("description")!.Value, StringComparison.Ordinal);
        Assert.Equal((404, "feed.unknown"), Code(await FeedAsync(asset, "podcast")));
        Assert.Equal((404, "feed.unknown"), Code(await FeedAsync(asset, "gopher")));
    }

    [Fact]
    public async Task Atom_has_what_rfc_4287_wants()
    {
        var (asset, id) = await AddAsync("The sea");

        var (status, body, headers) = await FeedAsync(asset, "atom");

        Assert.Equal((200, "application/atom+xml; charset=utf-8"), (status, headers.ContentType.ToString()));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(body).Root!;
        Assert.Equal(atom + "feed", feed.Name);
        Assert.Single(feed.Elements(atom + "author").Elements(atom + "name"));
        var entry = Assert.Single(feed.Elements(atom + "entry"));
        foreach (var holder in new[] { feed, entry })
        {
            Assert.True(Uri.TryCreate(Assert.Single(holder.Elements(atom + "id")).Value, UriKind.Absolute, out _));
            Assert.NotEqual("", Assert.Single(holder.Elements(atom + "title")).Value);
            Assert.True(DateTimeOffset.TryParse(Assert.Single(holder.Elements(atom + "updated")).Value, out _));
        }

        Assert.Contains(entry.Elements(atom + "link"), link => link.Attribute("rel")!.Value == "alternate" && link.Attribute("href")!.Value == $"{Site}/watch/{id}");
    }

    [Fact]
    public async Task Crawlers_find_the_sitemaps_and_in_them_the_videos()
    {
        var (_, id) = await AddAsync("The sea");
        await AddAsync("Heard only", asset => asset with { Pictures = null });

        var robots = (await AnswerAsync(Task.FromResult(_house.Function<GetRobots>().Run(Request("GET", "pages/robots.txt"))))).Body;
        var index = XDocument.Parse((await AnswerAsync(_house.Function<GetSitemapIndex>().RunAsync(Request("GET", "pages/sitemap.xml"), default))).Body);
        var map = XDocument.Parse(await SitemapAsync()).Root!;

        XNamespace space = "http://www.sitemaps.org/schemas/sitemap/0.9", video = "http://www.google.com/schemas/sitemap-video/1.1";
        Assert.Contains($"Sitemap: {Site}/sitemap.xml", robots, StringComparison.Ordinal);
        Assert.Equal([$"{Site}/sitemaps/2026-03-14.xml"], index.Descendants(space + "loc").Select(loc => loc.Value));
        Assert.Equal(2, map.Elements(space + "url").Count());
        var entry = Assert.Single(map.Descendants(video + "video"));
        Assert.Equal($"{Site}/watch/{id}", entry.Parent!.Element(space + "loc")!.Value);
        Assert.All(new[] { "thumbnail_loc", "title", "description", "player_loc" }, name => Assert.NotEqual("", entry.Element(video + name)!.Value));
        Assert.Equal("61", entry.Element(video + "duration")!.Value);
        Assert.Empty(XDocument.Parse(await SitemapAsync("nonsense")).Root!.Elements());
    }

    /// <summary>Not in feeds, not in listings, not in sitemaps.</summary>
    private async Task NowhereAsync(Asset asset, string title)
    {
        foreach (var format in new[] { "rss", "atom" })
            Assert.DoesNotContain(title, (await FeedAsync(asset, format)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(title, await SitemapAsync(), StringComparison.Ordinal);
        var channel = Channel.DefaultIdOf(asset.OwnerId);
        Assert.DoesNotContain(title, (await AnswerAsync(_house.Function<GetChannelVideos>().RunAsync(Request("GET", "channels"), channel, default))).Body, StringComparison.Ordinal);
    }

    private async Task<(Asset Asset, string PlaybackId)> AddAsync(string title, Func<Asset, Asset>? change = null)
    {
        var asset = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Public);
        var public1 = asset with
        {
            Title = title,
            Visibility = Visibility.Public,
            PublishedRunId = asset.PublishedRunId ?? "1-aa",
            DurationSeconds = 61.2,
            SourcePicture = new SourcePicture(1920, 1080),
            Pictures = new AssetPictures($"{asset.Id}/1-aa/poster.jpg", [], false, null, null, null),
        };
        asset = (await _house.Get<Assets>().UpdateAsync(asset.Id, _ => (change ?? (same => same))(public1), default)).Value;
        await _house.Function<VideoToChannels>().RunAsync(VideoEvents.OfPublication(asset), default);
        return (asset, asset.PlaybackIds[0].Id);
    }

    private async Task<(string Body, IHeaderDictionary Headers)> PageAsync(string id, bool embed = false)
    {
        var (status, body, headers) = await AnswerAsync(embed
            ? _house.Function<GetEmbedPage>().RunAsync(Request("GET", $"pages/embed/{id}"), id, default)
            : _house.Function<GetWatchPage>().RunAsync(Request("GET", $"pages/watch/{id}"), id, default));
        Assert.Equal(200, status);
        return (body, headers);
    }

    private Task<(int Status, string Body, IHeaderDictionary Headers)> OEmbedAsync(string id, string query = "") =>
        AnswerAsync(_house.Function<GetOEmbed>().RunAsync(Request("GET", "oembed", query: $"?url={Uri.EscapeDataString($"{Site}/watch/{id}?t=3")}{query}"), default));

    private async Task<(int Status, string Body, IHeaderDictionary Headers)> FeedAsync(Asset asset, string format)
    {
        // So that there is a channel also of what was never listed.
        await _house.Get<Channels>().OfAsync(asset, default);
        return await AnswerAsync(_house.Function<GetChannelFeed>().RunAsync(Request("GET", "channels"), Channel.DefaultIdOf(asset.OwnerId), format, default));
    }

    private async Task<string> SitemapAsync(string day = "2026-03-14") =>
        (await AnswerAsync(_house.Function<GetSitemap>().RunAsync(Request("GET", "pages/sitemaps"), day, default))).Body;

    private async Task<(int Status, string Body, IHeaderDictionary Headers)> AnswerAsync(Task<IResult> result) => await _house.GetAsync(result);

    private static (int, string?) Code((int Status, string Body, IHeaderDictionary Headers) answer) => (answer.Status, JsonDocument.Parse(answer.Body).RootElement.GetProperty("code").GetString());

    private static string? Meta(string page, string name) =>
        Regex.Match(page, $"<meta (?:name|property)=\"{Regex.Escape(name)}\" content=\"([^\"]*)\">") is { Success: true } found ? System.Net.WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>")]
    private static partial Regex JsonLd();

    [GeneratedRegex("<script")]
    private static partial Regex Scripts();
}
