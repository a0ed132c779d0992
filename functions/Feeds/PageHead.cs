using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Functions.Catalog;

namespace StreamPlatform.Functions.Feeds;

/// <summary>What a page tells of a video to those who don't run scripts: Open Graph, Twitter's player card, JSON-LD, oEmbed discovery.</summary>
internal sealed class PageHead
{
    private const string Site = "StreamPlatform";
    private const int MaxSummary = 300;

    /// <summary>Writes every character that HTML could take for its own as \u….</summary>
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = false };

    private readonly StringBuilder _html = new();

    /// <summary>Of what nobody may be told of, and of what is not there: the same.</summary>
    public static string OfNothing() => new PageHead().Meta("robots", "noindex")._html.Insert(0, $"<title>{Site}</title>\n").ToString();

    public static string Of(SharedVideo video, PublicLinks links)
    {
        var (asset, id, head) = (video.Asset, video.PlaybackId, new PageHead());
        head._html.Append(CultureInfo.InvariantCulture, $"<title>{WebUtility.HtmlEncode(asset.Title)} · {Site}</title>\n");
        if (!video.IsListed)
        {
            head.Meta("robots", "noindex");
        }

        head.Link("canonical", links.WatchOf(id));
        head.Meta("description", Summary(asset));
        head.OpenGraph(video, links);
        if (video.OnlyOn is null)
        {
            head.Player(asset, links.EmbedOf(id));
            head.Link("alternate", $"{links.Base}/api/oembed?format=json&url={Uri.EscapeDataString(links.WatchOf(id))}", "application/json+oembed", asset.Title);
            head.Link("alternate", $"{links.Base}/api/oembed?format=xml&url={Uri.EscapeDataString(links.WatchOf(id))}", "text/xml+oembed", asset.Title);
        }

        head._html.Append(CultureInfo.InvariantCulture, $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(VideoObject(video, links), Json)}</script>\n");
        return head._html.ToString();
    }

    /// <summary>When what is public became so, as far as its asset tells.</summary>
    public static DateTimeOffset PublishedAt(Asset asset) => asset.PublishAt ?? asset.ReadyAt ?? asset.CreatedAt;

    private static Dictionary<string, object> VideoObject(SharedVideo video, PublicLinks links)
    {
        var asset = video.Asset;
        var told = new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "VideoObject",
            ["name"] = asset.Title,
            ["description"] = asset.Metadata.Description ?? asset.Title,
            ["uploadDate"] = PublishedAt(asset).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
            ["url"] = links.WatchOf(video.PlaybackId),
            ["embedUrl"] = links.EmbedOf(video.PlaybackId),
            ["contentUrl"] = links.PlaylistOf(video.PlaybackId),
        };
        if (asset.Pictures?.Poster is not null)
        {
            told["thumbnailUrl"] = new[] { links.PosterOf(video.PlaybackId) };
        }

        if (asset.DurationSeconds is { } seconds)
        {
            told["duration"] = XmlConvert.ToString(TimeSpan.FromSeconds(Math.Round(seconds)));
        }

        if (asset.Metadata.Language is { } language)
        {
            told["inLanguage"] = language;
        }

        if (asset.Metadata.Tags.Count > 0)
        {
            told["keywords"] = string.Join(", ", asset.Metadata.Tags);
        }

        return told;
    }

    private void OpenGraph(SharedVideo video, PublicLinks links)
    {
        var asset = video.Asset;
        Property("og:site_name", Site);
        Property("og:type", "video.other");
        Property("og:title", asset.Title);
        Property("og:description", Summary(asset));
        Property("og:url", links.WatchOf(video.PlaybackId));
        Meta("twitter:title", asset.Title);
        Meta("twitter:description", Summary(asset));
        if (asset.Pictures?.Poster is not null)
        {
            var size = FrameSize.OfPoster(asset);
            Property("og:image", links.PosterOf(video.PlaybackId));
            Property("og:image:width", Text(size.Width));
            Property("og:image:height", Text(size.Height));
            Meta("twitter:image", links.PosterOf(video.PlaybackId));
        }

        Meta("twitter:card", video.OnlyOn is null ? "player" : "summary_large_image");
    }

    private void Player(Asset asset, string url)
    {
        var size = FrameSize.OfPlayer(asset, 1280, 720);
        Property("og:video", url);
        Property("og:video:type", "text/html");
        Property("og:video:width", Text(size.Width));
        Property("og:video:height", Text(size.Height));
        Meta("twitter:player", url);
        Meta("twitter:player:width", Text(size.Width));
        Meta("twitter:player:height", Text(size.Height));
    }

    private static string Summary(Asset asset)
    {
        var text = string.Join(' ', (asset.Metadata.Description ?? asset.Title).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var end = Math.Min(text.Length, MaxSummary);
        return end == text.Length ? text : $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)]}…";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private PageHead Meta(string name, string content) => Tag("name", name, content);

    private PageHead Property(string name, string content) => Tag("property", name, content);

    private PageHead Tag(string attribute, string name, string content)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<meta {attribute}=\"{name}\" content=\"{WebUtility.HtmlEncode(content)}\">\n");
        return this;
    }

    private void Link(string rel, string href, string? type = null, string? title = null)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<link rel=\"{rel}\" href=\"{WebUtility.HtmlEncode(href)}\"");
        _html.Append(type is null ? "" : $" type=\"{type}\"").Append(title is null ? "" : $" title=\"{WebUtility.HtmlEncode(title)}\"").Append(">\n");
    }
}
